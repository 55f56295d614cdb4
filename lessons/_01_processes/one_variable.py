import os

foo = "bar"
child = os.fork()

if child == 0:
    print("child", foo, flush=True)
    foo = "baz"
    print("child", foo, flush=True)
    os._exit(0)

os.waitpid(child, 0)
print("parent", foo)
