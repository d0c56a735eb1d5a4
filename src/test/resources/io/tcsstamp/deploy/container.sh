#!/bin/sh
# Runs a command as a container would, in mount and process namespaces that the caller made:
#   unshare --mount --pid --fork --kill-child sh container.sh ROOT JAVA [-r] [-b FROM:TO]... [-t TO]... -- COMMAND...
# ROOT is the file system; programs and libraries of this machine and its Java stand for those of the base image. -r makes
# ROOT read-only, -b mounts a file or folder, -t an empty folder in memory.
set -eu
root=$1 java=$2
shift 2
readonly=
while [ "$1" != -- ]; do
  case $1 in
    -r) readonly=yes ;;
    # the place must be there before the root is read-only
    -b) [ -d "${2%%:*}" ] && mkdir -p "$root${2#*:}" || { mkdir -p "$(dirname "$root${2#*:}")" && : >>"$root${2#*:}"; }
        mounts="${mounts:-} $2"; shift ;;
    -t) mkdir -p "$root$2"; empty="${empty:-} $2"; shift ;;
    *) echo "container.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift
done
shift
for name in bin sbin lib lib64; do
  [ ! -L "/$name" ] || ln -sfn "$(readlink "/$name")" "$root/$name"
done
mkdir -p "$root/usr" "$root/etc" "$root/opt/java/openjdk" "$root/proc" "$root/dev" "$root/tmp"
chmod 1777 "$root/tmp"
# of /etc what programs need; the rest is the image's own
for file in /etc/ld.so.cache /etc/passwd /etc/group /etc/nsswitch.conf /etc/hosts /etc/localtime; do
  [ ! -f "$file" ] || cp -L "$file" "$root/etc/"
done
for name in usr $(cd / && ls -d etc/java* etc/alternatives etc/ssl 2>/dev/null); do
  mkdir -p "$root/$name"
  machine="${machine:-} $name"
done
mount --bind "$root" "$root"
[ -z "$readonly" ] || mount -o remount,bind,ro "$root"
for name in $machine; do
  mount --rbind "/$name" "$root/$name"
  mount -o remount,bind,ro "$root/$name"
done
mount --rbind "$java" "$root/opt/java/openjdk"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
for to in ${empty:-}; do
  mount -t tmpfs -o mode=1777 tmpfs "$root$to"
done
for mount in ${mounts:-}; do
  mount --bind "${mount%%:*}" "$root${mount#*:}"
done
exec chroot "$root" "$@"
