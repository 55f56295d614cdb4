exec 3< "$1"
read letter <&3
echo "parent $letter"
(
  read letter <&3
  echo "child $letter"
  exec 3<&-
) &
wait
read letter <&3
echo "parent $letter"
