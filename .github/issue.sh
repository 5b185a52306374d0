#!/bin/sh
# Keeps one issue for a check that runs by the calendar: opens it, renews it, closes it when all is well.
# Usage: .github/issue.sh TITLE FILE success|failure
# Needs gh, and GH_TOKEN with the right to write issues; the repository is that of the current folder.
set -eu
title=$1 file=$2 outcome=$3
export title
number=$(gh issue list --state open --limit 1000 --json number,title --jq '.[] | select(.title == env.title) | .number' | head -n 1)

if [ "$outcome" = success ]; then
  [ -z "$number" ] || gh issue close "$number" --comment "都好了 · All is well again."
  exit 0
fi

# An issue holds 65,536 characters; a character that is cut in two is left out.
start() { head -c 60000 "$1" | iconv -c -f UTF-8 -t UTF-8 || true; }
# A text is shown as it stands, Markdown as Markdown.
body=$(mktemp)
trap 'rm -f "$body"' EXIT
case $file in
  *.md) start "$file" >"$body" ;;
  *) { printf '```text\n'; start "$file"; printf '\n```\n'; } >"$body" ;;
esac
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$body"
else
  gh issue create --title "$title" --body-file "$body"
fi
