#!/usr/bin/env bash
# Starts several processes of the aid behind nginx, and restarts any that ends or hangs.
#
#   deploy/start.sh                            two processes, at http://127.0.0.1:8080
#   PROCESSES=4 LISTEN=0.0.0.0:80 deploy/start.sh
#
# PROCESSES   how many (2); about one for each core
# LISTEN      where nginx listens (127.0.0.1:8080)
# FIRST_PORT  the first process's port on this machine (8601); the others follow
# PYTHON      the Python that has the aid's requirements (.venv/bin/python)
#
# All other settings (docs/operations.md) reach every process. Ctrl-C or SIGTERM ends all of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

processes="${PROCESSES:-2}"
listen="${LISTEN:-127.0.0.1:8080}"
first_port="${FIRST_PORT:-8601}"
python="${PYTHON:-.venv/bin/python}"
base="${STREAMLIT_SERVER_BASE_URL_PATH:-}"
base="${base#/}"
base="${base%/}"

nginx="$(command -v nginx || PATH="$PATH:/usr/sbin" command -v nginx || true)"
if [ -z "$nginx" ]; then
  echo "nginx is missing: install it (on Debian and Ubuntu: sudo apt-get install nginx-light)." >&2
  exit 1
fi
mime=/etc/nginx/mime.types
if [ ! -f "$mime" ]; then
  mime="$(dirname "$("$nginx" -V 2>&1 | sed -n 's/.*--conf-path=\([^ ]*\).*/\1/p')")/mime.types"
fi

# Whether something takes connections at an address; whether what is there is in health.
taken() {
  (exec 3<>"/dev/tcp/${1%:*}/${1##*:}") 2>/dev/null
}
healthy() {
  local line=""
  {
    printf 'GET /%s_stcore/health HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "${base:+$base/}" >&3
    read -r -t 5 line <&3
  } 2>/dev/null 3<>"/dev/tcp/${1%:*}/${1##*:}" || true
  [[ $line == *" 200 "* ]]
}

# An earlier start may have left its processes behind: they would be taken for ours.
entrance="${listen/#0.0.0.0:/127.0.0.1:}"
ports=()
for ((number = 0; number < processes; number++)); do
  ports+=("$((first_port + number))")
done
for address in "${ports[@]/#/127.0.0.1:}" "$entrance"; do
  if taken "$address"; then
    echo "Something is at $address already: end it, or set FIRST_PORT and LISTEN to free ports." >&2
    exit 1
  fi
done

# Broken content is reported here, once, before any process can show it to readers.
"$python" -m aid check

# One secret for all processes, new at each start, so that each accepts what another one signed.
export STREAMLIT_SERVER_COOKIE_SECRET="${STREAMLIT_SERVER_COOKIE_SECRET:-$(head -c 32 /dev/urandom | base64)}"

# One pool of memory for all threads instead of one for each: about a fifth less for each reader.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-1}"

folder="$(mktemp -d)"

# Ends a process that has begun to answer and then hangs, such as one that is stopped or stuck.
watch() {
  local misses=0
  until healthy "127.0.0.1:$2"; do sleep 1; done
  while ((misses < 3)); do
    sleep 5
    if healthy "127.0.0.1:$2"; then misses=0; else misses=$((misses + 1)); fi
  done
  echo "The process at port $2 does not answer and is ended." >&2
  kill -KILL "$1"
}

# One process, restarted whenever it ends; the second in between avoids a tight restart loop.
run() {
  local child watcher=""
  trap 'kill "$child" $watcher 2>/dev/null; wait "$child" 2>/dev/null; exit 0' TERM INT
  while true; do
    "$python" -m streamlit run app.py --server.address 127.0.0.1 --server.port "$1" \
      --server.headless true &
    child=$!
    watch "$child" "$1" &
    watcher=$!
    wait "$child" || echo "The process at port $1 ended and is restarted." >&2
    kill "$watcher" 2>/dev/null || true
    sleep 1 &
    child=$!
    wait "$child"
  done
}

children=()
finish() {
  trap - TERM INT EXIT
  kill "${children[@]}" 2>/dev/null || true
  wait "${children[@]}" 2>/dev/null || true
  rm -rf "$folder"
}
trap 'finish; exit 0' TERM INT
trap finish EXIT

for port in "${ports[@]}"; do
  run "$port" &
  children+=("$!")
done

# Waits up to a minute for an address, as long as the process that serves it is running.
await() {
  local try
  for ((try = 0; try < 120; try++)); do
    if healthy "$1"; then return; fi
    if ! kill -0 "$2" 2>/dev/null; then break; fi
    sleep 0.5
  done
  echo "Nothing answers at $1: see the lines above." >&2
  exit 1
}
for ((number = 0; number < processes; number++)); do
  await "127.0.0.1:${ports[$number]}" "${children[$number]}"
done

servers=""
for port in "${ports[@]}"; do
  servers+="    server 127.0.0.1:$port max_fails=1 fail_timeout=5s;\\n"
done
sed -e "s|@@FOLDER@@|$folder|g" -e "s|@@MIME@@|$mime|g" -e "s|@@LISTEN@@|$listen|g" \
  -e "s|@@COUNT@@|$processes|g" -e "s|@@SERVERS@@|${servers%\\n}|g" \
  deploy/nginx.conf.template >"$folder/nginx.conf"
"$nginx" -e stderr -p "$folder" -c "$folder/nginx.conf" &
children+=("$!")
await "$entrance" "${children[-1]}"
echo "Scar Options is at http://$listen, from $processes processes (stop it with Ctrl-C)"
wait "${children[-1]}"
