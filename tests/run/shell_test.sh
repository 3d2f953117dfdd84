#!/usr/bin/env bash
# Every shell script of the tree passes shellcheck.
set -u
cd "$1" || exit 1
command -v shellcheck >/dev/null || { echo "skipped: shellcheck is not installed" && exit 77; }
mapfile -t scripts < <(find . -path ./build -prune -o -path ./.git -prune -o -path ./.cache -prune -o -type f -print0 |
    xargs -0 grep -lE -m1 '^#!.*(bash|/sh)$|^# shellcheck shell=' | sort)
[ "${#scripts[@]}" -ge 4 ] || { echo "found only: ${scripts[*]}" && exit 1; }
shellcheck -x "${scripts[@]}" && echo "${#scripts[@]} scripts are clean"
