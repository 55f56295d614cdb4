#!/bin/sh
# Makes Gradescope's image, once: a JDK, Maven, and the book, built.
# Written by the workbook: autograder gradescope --exercise=@EXERCISES@
set -eu

home=${AUTOGRADER:-/autograder}
book=$home/source/book

apt-get update
apt-get install --yes --no-install-recommends bubblewrap ca-certificates curl maven

case $(uname -m) in
  aarch64 | arm64) machine=aarch64 ;;
  *) machine=x64 ;;
esac
mkdir -p /opt/java
curl --fail --silent --show-error --location \
  "https://api.adoptium.net/v3/binary/latest/25/ga/linux/$machine/jdk/hotspot/normal/eclipse" |
  tar --extract --gzip --directory=/opt/java
for java in /opt/java/jdk-25*; do
  export JAVA_HOME="$java"
done

# Whoever grades must be able to read the libraries, and to write nothing here.
(cd "$book" && mvn --batch-mode --quiet "-Dmaven.repo.local=$home/source/libraries" compile)
chmod --recursive a+rX "$home/source"
id grader > /dev/null 2>&1 || useradd --create-home grader
