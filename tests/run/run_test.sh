#!/usr/bin/env bash
# ./run and ./check as a newcomer meets them, with stand-ins for dpkg-query, apt-get, sudo, cmake and ctest: what is said,
# what is asked of the system, and the exit status. Nothing of this machine is touched.
# shellcheck disable=SC2016,SC2046 # bodies of stand-ins expand later; lists of packages are meant to be split
set -u
source_dir=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

expect() { # what, pattern, text
    if ! grep -qE -- "$2" <<<"$3"; then
        printf 'FAILED %s: no "%s" in:\n%s\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}
refuse() {
    if grep -qE -- "$2" <<<"$3"; then
        printf 'FAILED %s: "%s" in:\n%s\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}

# A tree with only the scripts, and a PATH whose first folder answers for the system.
fresh() { # installed packages
    rm -rf "${work:?}/tree" "${work:?}/bin" "${work:?}/calls"
    mkdir -p "$work/tree/packaging" "$work/bin" "$work/tree/server"
    cp "$source_dir/run" "$source_dir/check" "$work/tree/"
    cp "$source_dir/packaging/prepare.sh" "$source_dir/packaging/debian-packages" "$work/tree/packaging/"
    printf '%s\n' "$@" >"$work/installed"
    stand_in dpkg-query 'sed "s/^/installed /" "'"$work"'/installed"'
    stand_in sudo 'exit 1'
    stand_in apt-get 'case "$*" in *install*) echo "pmstatus:x:40.0:Unpacking" >&3; echo "pmstatus:x:100.0:Done" >&3; echo "Setting up x"; for p in "$@"; do echo "$p"; done >>"'"$work"'/installed" ;; esac'
    stand_in cmake 'if [ "$1" = --preset ]; then mkdir -p build/release/bin; touch build/release/build.ninja
        printf "#!/bin/sh\necho started \$*; echo platform \$QT_QPA_PLATFORM\n" >build/release/bin/foredeck; chmod +x build/release/bin/foredeck
        else for i in 1 2 3 4 5 6 7 8 9 10; do echo "@$i 10 $i@ Building thing $i"; done; fi'
    stand_in ctest 'mkdir -p build/release/Testing/Temporary
        printf "%s\n" "1/3 Test: test_one" "skipped: not this" "2/3 Test: test_peers" "skipped: npm is not here" >build/release/Testing/Temporary/LastTest.log
        echo "2/3 Test  #2: test_peers ....***Skipped   0.1 sec"; echo "67% tests passed, 1 tests failed out of 3"; exit 8'
}
stand_in() { # command, body
    printf '#!/bin/bash\nprintf "%%s " "%s" "$@" >>"%s/calls"; echo >>"%s/calls"\n%s\n' "$1" "$work" "$work" "$2" >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}
as_user() { stand_in id 'echo 1000'; }
as_root() { stand_in id 'echo 0'; }
start() { # command line
    output=$(cd "$work/tree" && env -u DISPLAY -u WAYLAND_DISPLAY PATH="$work/bin:$PATH" "$@" 2>&1)
    status=$?
    calls=$(cat "$work/calls" 2>/dev/null)
}
all_packages() { sed -n "/^\[bench\]/q; s/^\([a-z][^ ]*\).*/\1/p" "$source_dir/packaging/debian-packages"; }

fresh
as_root
start ./run
expect "no display" 'No display: use `./run --tour DIR`' "$output"
expect "no display, status" '^2$' "$status"
refuse "no display touches nothing" 'apt-get|cmake' "$calls"

fresh cmake ninja-build
as_user
start ./run --tour out
expect "no sudo, the line" 'sudo apt-get update && sudo apt-get install -y --no-install-recommends .*qt6-base-dev' "$output"
expect "no sudo, the count" 'Installs [0-9]+ packages \(fontconfig .*about [0-9]+ minutes? the first time, 3 seconds later' "$output"
expect "no sudo, status" '^2$' "$status"
refuse "what is there is not asked for" 'recommends .* cmake ' "$output"
refuse "./run asks nothing of [check]" 'xvfb' "$output"
refuse "no sudo, nothing installed" '^(apt-get|cmake)' "$calls"

fresh cmake
as_root
start ./run --tour out
expect "root installs" 'apt-get .*install -y --no-install-recommends --no-remove .*g\+\+' "$calls"
expect "packages, progress" '\[1/3\] Installing packages, 100 of 100' "$output"
refuse "the terminal is spared what packages say" 'Setting up' "$output"
expect "the log is not" 'Setting up x' "$(cat "$work/tree/build/run.log")"
expect "progress" '\[3/3\] Building, 10 of 10, about 0 s left' "$output"
expect "only the programs" 'cmake --build .* --target foredeck foredeckd foredeck-traffic' "$calls"
expect "the tour starts" 'started --tour out' "$output"
expect "the tour needs no display" 'platform offscreen' "$output"
expect "root, status" '^0$' "$status"
: >"$work/calls"
start ./run --tour out
refuse "the second start installs nothing" 'apt-get' "$calls"
refuse "the second start configures nothing" 'cmake --preset' "$calls"
mkdir "$work/tmp"
for _ in 1 2; do start env -u XDG_RUNTIME_DIR TMPDIR="$work/tmp" ./run --tour out; done
expect "a folder for the desktop's sockets is used again" '^1$' "$(find "$work/tmp" -mindepth 1 -maxdepth 1 | wc -l)"

fresh $(all_packages | grep -v '^sqlite3$')
as_user
stand_in sudo 'shift; exec "$@"'
start ./check
expect "one package" 'Installs 1 package \(sqlite3\)' "$output"
expect "sudo without asking installs" 'apt-get .*install .*sqlite3' "$calls"
expect "check, skips" '^Skipped: test_peers \(npm is not here\)$' "$output"
expect "check, closing line" '67% tests passed' "$(tail -n 1 <<<"$output")"
expect "check, ctest's status" '^8$' "$status"

fresh $(all_packages)
as_root
stand_in cmake 'if [ "$1" = --preset ]; then mkdir -p build/release; touch build/release/build.ninja; else echo "x.cpp:1: error: no such thing"; exit 1; fi'
start ./run --tour out
expect "a failing build shows why" 'x.cpp:1: error: no such thing' "$output"
expect "a failing build, status" '^1$' "$status"

start ./run --nonsense
expect "unknown option" 'Unknown option: --nonsense' "$output"
expect "unknown option, status" '^2$' "$status"

[ "$failures" -eq 0 ] || exit 1
echo "all as expected"
