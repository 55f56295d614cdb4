import sys

print("grüß", *sys.argv[1:])
