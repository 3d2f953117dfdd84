#!/usr/bin/env bash
# What desktops, shops and manuals read of us is as they ask for it. A tool that is not installed is told, the rest runs.
set -u
cd "$1/packaging" || exit 1
failures=0
ran=0
try() { # tool, arguments
    if ! command -v "$1" >/dev/null; then
        echo "without $1: not checked"
        return
    fi
    ran=$((ran + 1))
    "$@" || { echo "FAILED: $*" && failures=$((failures + 1)); }
}

try desktop-file-validate org.foredeck.Foredeck.desktop
try appstreamcli validate --no-net org.foredeck.Foredeck.metainfo.xml
for page in man/*.1; do
    complaints=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
    if [ -n "$complaints" ] && command -v man >/dev/null; then
        echo "FAILED: $page: $complaints"
        failures=$((failures + 1))
    fi
done

# Every option of the traffic program's help stands in its manual, and the other way round.
if [ -n "${2:-}" ]; then
    ran=$((ran + 1))
    words() { sed 's/\\-/-/g' | grep -oE -- '--[a-z-]+' | grep -vxE -- '--(help|version)' | sort -u; }
    differences=$(diff <("$2" --help | words) <(words <man/foredeck-traffic.1)) ||
        { echo "FAILED: help and manual differ: $differences" && failures=$((failures + 1)); }
fi

# The same id everywhere.
id=org.foredeck.Foredeck
for file in $id.desktop $id.metainfo.xml $id.svg; do
    [ -f "$file" ] || { echo "FAILED: $file is missing" && failures=$((failures + 1)); }
done
for line in "Icon=$id" "<id>$id</id>" "<launchable type=\"desktop-id\">$id.desktop</launchable>"; do
    grep -qF "$line" $id.desktop $id.metainfo.xml || { echo "FAILED: nowhere: $line" && failures=$((failures + 1)); }
done

[ "$failures" -eq 0 ] || exit 1
[ "$ran" -gt 0 ] || exit 77
echo "all as asked for"
