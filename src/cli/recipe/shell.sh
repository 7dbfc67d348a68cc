#!/bin/sh
# All sites in {shares} shares, as many at a time as there are processors, then the portals.
# Run it in the workspace; GNU parallel does the same on several machines: seq {shares} | parallel --sshlogin … gongkai …
set -eu
rm -rf .gongkai/summaries
day=${1:-$(TZ=Asia/Shanghai date +%Y-%m-%d)}
seq {shares} | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I{} gongkai build --quiet --shard {}/{shares} --as-of "$day"
gongkai build --portal-from .gongkai/summaries --as-of "$day"
