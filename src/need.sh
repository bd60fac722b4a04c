# Sourced by src/run.sh, tests/run.sh and .ci/run.  need <command> <Debian package> ...
need() {
  local missing=() packages=()
  while [ $# -gt 0 ]; do
    # "gcc libc6-dev" are two packages: Debian's gcc only recommends what it needs to link.
    command -v "$1" >/dev/null || read -ra packages <<<"$2"
    command -v "$1" >/dev/null || missing+=("${packages[@]}")
    shift 2
  done
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null || { echo "Install these first: ${missing[*]}" >&2; return 1; }
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y --no-install-recommends "${missing[@]}"
}

# The .NET SDK is not in Debian 12: Microsoft's own script puts it into the user's home.
need_dotnet() {
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
  if [ -x "$HOME/.dotnet/dotnet" ] && ! command -v dotnet >/dev/null; then
    export DOTNET_ROOT="$HOME/.dotnet" PATH="$HOME/.dotnet:$PATH"
  fi
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' && return
  need curl curl
  ldconfig -p | grep -q libicuuc || need icu-is-missing libicu72
  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 --install-dir "$HOME/.dotnet"
  export DOTNET_ROOT="$HOME/.dotnet" PATH="$HOME/.dotnet:$PATH"
}
