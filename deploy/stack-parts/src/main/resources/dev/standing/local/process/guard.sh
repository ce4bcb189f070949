# Ends the registered processes once its standard input ends, that is, once whoever started them is gone.
# Lines read: "+ <pid> <signal>" registers, "- <pid>" forgets, "release" leaves everything alone and exits.
# $1: seconds to wait before SIGKILL; $2: a folder to delete afterwards, or empty.
trap '' INT TERM HUP
registered=""
while read -r verb pid signal; do
  case "$verb" in
    +) registered="$pid:$signal $registered" ;;
    -) kept=""
       for entry in $registered; do
         [ "${entry%%:*}" = "$pid" ] || kept="$kept$entry "
       done
       registered="$kept" ;;
    release) exit 0 ;;
  esac
done
for entry in $registered; do
  kill -"${entry##*:}" "${entry%%:*}" 2>/dev/null
done
tenths=$(($1 * 10))
while [ "$tenths" -gt 0 ]; do
  alive=""
  for entry in $registered; do
    kill -0 "${entry%%:*}" 2>/dev/null && alive="$alive ${entry%%:*}"
  done
  [ -z "$alive" ] && break
  sleep 0.1
  tenths=$((tenths - 1))
done
for pid in $alive; do
  kill -KILL "$pid" 2>/dev/null
done
[ -z "$2" ] || rm -rf "$2"
