"""A client of an echo server: sends each line that you type, and prints what it hears."""
import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
with socket.create_connection((host, port), timeout=10) as server:
    for line in sys.stdin:
        data = line.encode("utf-8")
        server.sendall(data)
        heard = b""
        while len(heard) < len(data):
            chunk = server.recv(2048)
            if not chunk:
                print("The server has closed the connection.")
                sys.exit()
            heard += chunk
        print(heard.decode("utf-8"), end="")
