#!/bin/sh
# epubcheck, a step of the audit, is written in Java; nothing else here needs it.
command -v java >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ]; then run=""; elif command -v sudo >/dev/null 2>&1; then run="sudo"; else
  echo "the audit needs Java: apt-get install default-jre-headless" >&2; exit 1
fi
$run apt-get update -qq && $run apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null
command -v java >/dev/null 2>&1 || { echo "Java could not be installed: apt-get install default-jre-headless" >&2; exit 1; }
