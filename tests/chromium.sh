#!/bin/sh
# The browser tests drive Debian's chromium: nothing is downloaded by the tests themselves.
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ]; then run=""; elif command -v sudo >/dev/null 2>&1; then run="sudo"; else
  echo "the browser tests need chromium: apt-get install chromium" >&2; exit 1
fi
$run apt-get update -qq && $run apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
command -v chromium >/dev/null 2>&1 || { echo "chromium could not be installed: apt-get install chromium" >&2; exit 1; }
