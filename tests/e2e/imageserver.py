# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server of images on the loopback: knows ranges, breaks off when told to, and can be as slow as a person's line."""
import hashlib
import http.server
import threading


class ImageServer:
    def __init__(self, host="127.0.0.1"):
        self.files = {}    # path: bytes
        self.asked = []    # (method, path, range or None), in order
        self.break_after = None  # bytes; once
        self.pace = None   # set: an event that is waited for in the middle of a body
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def do_HEAD(self):
                self.answer(body=False)

            def do_GET(self):
                self.answer(body=True)

            def answer(self, body):
                wanted = self.headers.get("Range")
                outer.asked.append((self.command, self.path, wanted))
                content = outer.files.get(self.path)
                if content is None:
                    self.send_error(404)
                    return
                start = int(wanted.removeprefix("bytes=").split("-")[0]) if wanted else 0
                self.send_response(206 if wanted else 200)
                if wanted:
                    self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
                self.send_header("ETag", '"' + hashlib.sha256(content).hexdigest()[:16] + '"')
                self.send_header("Content-Length", str(len(content) - start))
                self.send_header("Connection", "close")
                self.end_headers()
                if body:
                    self.send_body(content[start:])
                self.close_connection = True

            def send_body(self, rest):
                limit, outer.break_after = outer.break_after, None if len(rest) > 100_000 else outer.break_after
                if limit is not None and len(rest) > 100_000:
                    self.wfile.write(rest[:limit])
                    self.wfile.flush()
                    self.connection.shutdown(2)
                    return
                if outer.pace and len(rest) > 100_000:
                    self.wfile.write(rest[:len(rest) // 2])
                    self.wfile.flush()
                    outer.pace.wait(120)
                    rest = rest[len(rest) // 2:]
                try:
                    self.wfile.write(rest)
                except OSError:
                    pass  # they have hung up

        self.server = http.server.ThreadingHTTPServer((host, 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://{host}:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def serve(self, path, content, sums="SHA512SUMS", wrong=False):
        """With its checksum beside it."""
        self.files[path] = content
        digest = hashlib.sha512(b"other" if wrong else content).hexdigest()
        folder, name = path.rsplit("/", 1)
        self.files[f"{folder}/{sums}"] = f"{digest}  {name}\n".encode()

    def times(self, path, method="GET"):
        return sum(1 for each in self.asked if each[0] == method and each[1] == path)

    def end(self):
        self.server.shutdown()
        self.server.server_close()
