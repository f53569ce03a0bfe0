# shellcheck shell=bash
# What ./run and ./test share: install what is missing, configure and build one preset.
# Sourced, not run. Everything here speaks on stderr; stdout belongs to the program.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
logs="$root/build/logs"

# Each argument is a line.
say() { printf '%s\n' "$@" >&2; }

fail() {
  say "$@"
  exit 2
}

# Ends with the last lines of a log and where the rest of it is.
fail_with_log() {
  local what="$1" log="$2"
  say "" "$what"
  tail -n 20 "$log" | sed 's/^/  | /' >&2
  fail "The whole log: $log"
}

# packages_for build|test: "package what-for" lines; test needs what build needs, too.
packages_for() {
  local wanted="$1" kind package purpose
  while read -r kind package purpose; do
    case "$kind" in
      build) printf '%s %s\n' "$package" "$purpose" ;;
      test) [[ "$wanted" == test ]] && printf '%s %s\n' "$package" "$purpose" ;;
    esac
  done <"$root/.ci/packages"
  return 0
}

# Those of packages_for that are not installed. Asks only the local package database.
missing_packages() {
  local package purpose
  local installed
  installed=" $(dpkg-query --show --showformat '${db:Status-Abbrev}${Package}\n' 2>/dev/null |
    sed -n 's/^ii *//p' | tr '\n' ' ') "
  packages_for "$1" | while read -r package purpose; do
    [[ "$installed" == *" $package "* ]] || printf '%s %s\n' "$package" "$purpose"
  done
}

# Prints nothing, or sudo, or fails because nobody may install.
as_root() {
  if [[ "$(id -u)" == 0 ]]; then
    return
  fi
  if ! command -v sudo >/dev/null; then
    fail "Installing packages needs root: run this as root, install sudo, or install them yourself."
  fi
  printf 'sudo'
}

# On a terminal counts the packages that are ready; elsewhere stays silent.
show_install_progress() {
  if [[ ! -t 2 ]]; then
    cat >/dev/null
    return
  fi
  awk '/^Get:/ { got++ } /^Setting up/ { ready++ }
       /^Get:|^Setting up/ { printf "\r  %d downloaded, %d set up ", got, ready > "/dev/stderr" }
       END { printf "\n" > "/dev/stderr" }'
}

# install_missing build|test
install_missing() {
  local missing names log sudo
  missing="$(missing_packages "$1")"
  [[ -z "$missing" ]] && return 0

  command -v apt-get >/dev/null ||
    fail "Jumak installs what it needs with apt-get, which this system does not have. It needs:" \
      "$missing"
  grep -q '^VERSION_CODENAME=bookworm$' /etc/os-release ||
    say "Jumak is built for Debian 12; on this system a package may be missing or too new."

  say "These Debian packages are missing and will be installed with apt-get:"
  while read -r package purpose; do
    printf '  %-28s %s\n' "$package" "$purpose" >&2
  done <<<"$missing"

  mkdir -p "$logs"
  log="$logs/install.log"
  sudo="$(as_root)"
  mapfile -t names < <(cut -d' ' -f1 <<<"$missing")
  local get=(env DEBIAN_FRONTEND=noninteractive apt-get -y
    -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120)
  [[ -n "$sudo" ]] && get=("$sudo" "${get[@]}")

  say "Reading the package lists ..."
  "${get[@]}" update >"$log" 2>&1 ||
    fail_with_log "apt-get could not read the package lists (is the network there?)." "$log"
  say "Downloading and installing, a few minutes ..."
  "${get[@]}" install --no-install-recommends "${names[@]}" </dev/null 2>&1 |
    tee -a "$log" | show_install_progress ||
    fail_with_log "apt-get could not install the packages." "$log"
  say "Installed."
}

# configure PRESET: once; afterwards ninja notices by itself when the build description changed.
configure() {
  local preset="$1" directory="$root/build/$1" log="$logs/configure-$1.log"
  local home=""
  if [[ -f "$directory/CMakeCache.txt" ]]; then
    home="$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$directory/CMakeCache.txt")"
    if [[ "$home" != "$root" ]]; then
      say "build/$preset belongs to another folder ($home); building afresh."
      rm -rf "$directory"
    fi
  fi
  [[ -f "$directory/build.ninja" ]] && return 0

  say "Configuring build/$preset ..."
  mkdir -p "$logs"
  (cd "$root" && cmake --preset "$preset") >"$log" 2>&1 ||
    fail_with_log "CMake could not configure the preset $preset." "$log"
}

# build PRESET [TARGET]: silent when there is nothing to do.
build() {
  local preset="$1" target="${2:-all}" directory="$root/build/$1"
  if ninja -C "$directory" -n "$target" 2>/dev/null | grep -q 'no work to do'; then
    return 0
  fi
  say "Building $target in build/$preset ..."
  cmake --build "$directory" --target "$target" --parallel "$(nproc)" >&2 ||
    fail "The build failed; the first error is above. Again: cmake --build build/$preset"
}
