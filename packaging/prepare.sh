# shellcheck shell=bash
# What ./run and ./check share: which Debian packages are missing, installing them, configuring and building, with
# progress on the terminal and everything else in a log. Sourced; expects $root, the top of the source tree.

: "${root:?}"
build=$root/build/release
log=$root/build/$(basename "$0").log
steps=3

say() { printf '%s\n' "$*"; }
fail() { # status, lines
    local status=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$status"
}

start_log() {
    mkdir -p "$root/build" 2>/dev/null
    [ -w "$root/build" ] || fail 1 "Cannot write into $root/build: clone the source to a folder of your own."
    [ ! -f "$log" ] || mv -f "$log" "$log.1"
    printf 'Foredeck %s, %s\n' "$(basename "$0")" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >"$log"
}

# One line that is written over on a terminal; elsewhere a new line whenever another tenth is done.
progress() { # step, what, done, all, seconds left or ""
    local step=$1 what=$2 have=$3 all=$4 left=$5 text
    text="[$step/$steps] $what"
    [ "$all" -eq 0 ] || text+=", $have of $all"
    if [ -n "$left" ]; then
        if [ "$left" -ge 90 ]; then text+=", about $(((left + 59) / 60)) min left"; else text+=", about $left s left"; fi
    fi
    if [ -t 1 ]; then
        printf '\r\033[K%s' "$text"
    elif [ "$all" -eq 0 ] || [ $((have * 10 / all)) -ne "${last_tenth:--1}" ]; then
        last_tenth=$((all == 0 ? -1 : have * 10 / all))
        printf '%s\n' "$text"
    fi
}
progress_end() {
    last_tenth=-1
    [ ! -t 1 ] || printf '\n'
}

# The packages of the named sections that are not installed, one a line.
missing_packages() {
    local section wanted=" $* " name command installed line list=()
    command -v dpkg-query >/dev/null ||
        fail 2 "This is made for Debian 12: dpkg-query is not here." "What is needed stands in packaging/debian-packages."
    while read -r name command line; do
        case $name in
        '' | '#'*) ;;
        '['*']')
            section=${name#[}
            section=${section%]}
            ;;
        *) if [[ $wanted == *" $section "* ]] && ! { [ -n "$command" ] && command -v "$command" >/dev/null; }; then list+=("$name"); fi ;;
        esac
    done <"$root/packaging/debian-packages"
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${list[@]}" 2>/dev/null | sed -n 's/^installed //p')
    for name in "${list[@]}"; do
        [[ $'\n'$installed$'\n' == *$'\n'$name$'\n'* ]] || printf '%s\n' "$name"
    done
}

# Follows apt's status lines ("pmstatus:<package>:<per cent>:<text>", "dlstatus:…").
show_apt_progress() {
    local kind percent share shown=-1 began=$SECONDS
    while IFS=: read -r kind _ percent _; do
        percent=${percent%.*}
        case $kind in
        dlstatus) share=$((percent / 2)) ;;
        pmstatus) share=$((50 + percent / 2)) ;;
        *) continue ;;
        esac
        [ "$share" -gt "$shown" ] || continue
        shown=$share
        progress 1 "Installing packages" "$share" 100 "$([ "$share" -lt 10 ] || echo $(((SECONDS - began) * (100 - share) / share)))"
    done
    progress_end
}

# Nothing that is installed is ever removed. apt makes its status descriptor non-blocking, so no package's script may
# share it; and sudo closes the descriptors above 2, so it is opened on the far side of sudo.
apt_install() { # packages
    local apt=(apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -o Acquire::Retries=3)
    local as_root=(env DEBIAN_FRONTEND=noninteractive)
    [ "$(id -u)" -eq 0 ] || as_root=(sudo -n "${as_root[@]}")
    progress 1 "Reading the package lists" 0 0 ""
    "${as_root[@]}" "${apt[@]}" update >>"$log" 2>&1 </dev/null
    progress_end
    # shellcheck disable=SC2016 # expanded by the inner shell
    "${as_root[@]}" bash -c 'log=$1; shift; exec "$@" 3>&1 >>"$log" 2>&1 </dev/null' bash "$log" \
        "${apt[@]}" install -y --no-install-recommends --no-remove -q -o APT::Status-Fd=3 "$@" | show_apt_progress
    return "${PIPESTATUS[0]}"
}

minutes_for() { # missing packages
    local sources cores
    cores=$(nproc 2>/dev/null || echo 2)
    sources=0
    [ -f "$build/.ninja_log" ] || sources=$(find "$root/models" "$root/net" "$root/server" "$root/ui" "$root/app" "$root/tools" -name '*.cpp' | wc -l)
    echo $((1 + ($1 * 2 + sources * 5 / 2 / cores) / 60))
}

install_packages() { # sections
    local missing minutes
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    minutes=$(minutes_for "${#missing[@]}")
    say "Installs ${#missing[@]} $([ "${#missing[@]}" -eq 1 ] && echo package || echo packages) (${missing[*]}), about $minutes $([ "$minutes" -eq 1 ] && echo minute || echo minutes) the first time, 3 seconds later."
    if [ "$(id -u)" -ne 0 ] && ! sudo -n true >/dev/null 2>&1; then
        fail 2 "This needs the administrator's rights. Run this line once, then $0 again:" \
            "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
    fi
    apt_install "${missing[@]}" || fail 1 "Installing failed. The last lines of $log:" "$(tail -n 15 "$log")"
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -eq 0 ] || fail 1 "apt did not install: ${missing[*]}" "Log: $log"
}

# Follows ninja's lines "@<finished> <total> <seconds since the start>@ …".
show_ninja_progress() {
    local line finished total elapsed
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        if [[ $line =~ ^@([0-9]+)\ ([0-9]+)\ ([0-9]+) ]]; then
            finished=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]} elapsed=${BASH_REMATCH[3]}
            progress 3 Building "$finished" "$total" "$([ "$finished" -lt 5 ] || echo $((elapsed * (total - finished) / finished)))"
        fi
    done
    [ -z "${finished:-}" ] || progress_end
}

configure() { # cmake options
    if [ -f "$build/build.ninja" ] && [ "$(cat "$build/foredeck-options" 2>/dev/null)" = "$*" ]; then return 0; fi
    progress 2 "Configuring" 0 0 ""
    (cd "$root" && cmake --preset release "$@") >>"$log" 2>&1 || fail 1 "" "Configuring failed. The last lines of $log:" "$(tail -n 20 "$log")"
    printf '%s\n' "$*" >"$build/foredeck-options"
    progress_end
}

build_targets() { # targets
    if [ ! -w "${HOME:-/nonexistent}" ]; then export CCACHE_DIR=${CCACHE_DIR:-$root/.cache/ccache}; fi
    NINJA_STATUS='@%f %t %e@ ' cmake --build "$build" --target "$@" 2>&1 | show_ninja_progress
    [ "${PIPESTATUS[0]}" -eq 0 ] ||
        fail 1 "Building failed. What the compiler said (all of it: $log):" "$(grep -nE 'error:|FAILED|undefined reference|ninja: ' "$log" | tail -n 20)"
}

# A bare root has no locale, and a container's root no run-time folder: without them Qt complains at every start.
tidy_environment() {
    [ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LANG=C.UTF-8
    if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
        # One for each person, used again: nobody is there to remove it after the program that takes over from here.
        XDG_RUNTIME_DIR=${TMPDIR:-/tmp}/foredeck-$(id -u)
        mkdir -m 700 "$XDG_RUNTIME_DIR" 2>/dev/null
        if [ -L "$XDG_RUNTIME_DIR" ] || [ ! -O "$XDG_RUNTIME_DIR" ]; then
            XDG_RUNTIME_DIR=$(mktemp -d "${TMPDIR:-/tmp}/foredeck-XXXXXX")
        fi
        chmod 700 "$XDG_RUNTIME_DIR"
        export XDG_RUNTIME_DIR
    fi
}

one_at_a_time() {
    exec 9>"$root/build/.lock"
    flock -n 9 || { say "Another ./run or ./check is building here; waiting for it." && flock 9; }
}
