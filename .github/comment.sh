#!/bin/sh
# Puts a text under the open pull request whose newest commit is COMMIT; the next time it replaces it.
# Usage: .github/comment.sh FILE COMMIT ADDRESS-OF-THE-RUN
# Needs gh, and GH_TOKEN with the right to write to pull requests. The text was made by code of a stranger:
# it is posted as text, calls nobody by name, and decides nothing, not even where it is posted.
set -eu
file=$1 commit=$2 run=$3
export commit
number=$(gh pr list --state open --limit 1000 --json number,headRefOid --jq '.[] | select(.headRefOid == env.commit) | .number' | head -n 1)
[ -n "$number" ] || { echo "no open pull request ends with $commit"; exit 0; }

body=$(mktemp)
trap 'rm -f "$body"' EXIT
unseen=$(printf '\342\200\213')
# A comment holds 65,536 characters; a character that is cut in two is left out.
head -c 60000 "$file" | iconv -c -f UTF-8 -t UTF-8 | sed "s/@/@$unseen/g" >"$body"
printf '\n\n预览（site）· Preview (artifact “site”): %s\n' "$run" >>"$body"
gh pr comment "$number" --body-file "$body" --edit-last --create-if-none
