#!/bin/sh
# Lighthouse and the Nu HTML checker, steps of the audit, come from npm, in the versions of the lock;
# nothing else here needs Node. Debian 12 has Node 18, which is enough for them.
cd "$(dirname "$0")/audit" || exit 1
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then run=""; elif command -v sudo >/dev/null 2>&1; then run="sudo"; else
    echo "the audit needs Node: apt-get install nodejs npm" >&2; exit 1
  fi
  $run apt-get update -qq && $run apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
  command -v npm >/dev/null 2>&1 || { echo "Node could not be installed: apt-get install nodejs npm" >&2; exit 1; }
fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
