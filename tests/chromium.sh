#!/bin/sh
# The browser tests drive Debian's chromium, and PDFs are read with poppler's pdftotext: nothing is
# downloaded by the tests themselves.
command -v chromium >/dev/null 2>&1 && command -v pdftotext >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ]; then run=""; elif command -v sudo >/dev/null 2>&1; then run="sudo"; else
  echo "the tests need chromium and pdftotext: apt-get install chromium poppler-utils" >&2; exit 1
fi
$run apt-get update -qq && $run apt-get install -y -qq --no-install-recommends chromium poppler-utils fonts-noto-cjk >/dev/null
command -v chromium >/dev/null 2>&1 || { echo "chromium could not be installed: apt-get install chromium" >&2; exit 1; }
