foo=bar
(
  echo "child $foo"
  foo=baz
  echo "child $foo"
) &
wait
echo "parent $foo"
