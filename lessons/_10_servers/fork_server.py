"""Serves that many clients, each in a process of its own, which inherits the connection."""
import os
import signal
import socket
import sys

signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how the children ended
with socket.create_server(("127.0.0.1", 0)) as server:
    server.settimeout(10)
    print(server.getsockname()[1], flush=True)
    for _ in range(int(sys.argv[1])):
        client, _ = server.accept()
        if os.fork() == 0:
            server.close()
            data = client.recv(2048)
            while data:
                client.sendall(data)
                data = client.recv(2048)
            os._exit(0)
        client.close()  # the child has it
