#!/usr/bin/env python3
"""What the node of the test cluster sees of the world: an image registry in Docker Hub's place (127.0.0.1:5000) and a
name server that knows no name at all (127.0.0.1:53). Both live in the cluster's own network namespace.

usage: backstage.py FOLDER      (what image/mkimage.py wrote)

library/busybox:1.35 can be pulled; faultline-private/* gives everybody a token that opens nothing, as Docker Hub does;
faultline-login/* wants a name and a password, as a company's own registry does; everything else is an unknown manifest.
"""
import json
import os
import socketserver
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FOLDER = sys.argv[1]
with open(os.path.join(FOLDER, "tags.json"), encoding="utf-8") as tags_file:
    TAGS = json.load(tags_file)


CHALLENGES = {
    "faultline-private": 'Bearer realm="http://127.0.0.1:5000/token",service="registry",error="insufficient_scope"',
    "faultline-login": 'Basic realm="registry"',
}


def error(code, message):
    return json.dumps({"errors": [{"code": code, "message": message}]}).encode()


class Registry(BaseHTTPRequestHandler):
    """The few requests of the OCI distribution protocol that a pull makes."""

    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", content_type="application/json", extra=()):
        self.send_response(status)
        for name, value in (("Content-Type", content_type), ("Content-Length", str(len(body))),
                            ("Docker-Distribution-Api-Version", "registry/2.0"), *extra):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def blob(self, digest, content_type, extra=()):
        path = os.path.join(FOLDER, "blobs", os.path.basename(digest))
        if not digest or not os.path.isfile(path):
            return self.answer(404, error("MANIFEST_UNKNOWN", "manifest unknown"))
        with open(path, "rb") as file:
            return self.answer(200, file.read(), content_type, extra)

    def do_GET(self):
        parts = self.path.split("?")[0].strip("/").split("/")
        if parts == ["v2"]:
            return self.answer(200, b"{}")
        if parts == ["token"]:
            return self.answer(200, b'{"token": "anonymous"}')
        if len(parts) < 4:
            return self.answer(404, error("NAME_UNKNOWN", "repository name not known"))
        repository, kind, reference = "/".join(parts[1:-2]), parts[-2], parts[-1]
        if parts[1] in CHALLENGES:
            return self.answer(401, error("UNAUTHORIZED", "authentication required"),
                               extra=[("WWW-Authenticate", CHALLENGES[parts[1]])])
        digest = reference[7:] if reference.startswith("sha256:") else TAGS.get(repository + ":" + reference, "")
        if kind == "manifests":
            return self.blob(digest, "application/vnd.oci.image.manifest.v1+json",
                             [("Docker-Content-Digest", "sha256:" + digest)])
        return self.blob(digest, "application/octet-stream")

    do_HEAD = do_GET

    def log_message(self, *arguments):
        pass


class Names(socketserver.BaseRequestHandler):
    """Says "no such name" to every question: the header's id, the question back, response code 3."""

    def handle(self):
        query, socket = self.request
        if len(query) >= 12:
            socket.sendto(query[:2] + b"\x81\x83" + query[4:6] + bytes(6) + query[12:], self.client_address)


threading.Thread(target=socketserver.ThreadingUDPServer(("127.0.0.1", 53), Names).serve_forever, daemon=True).start()
ThreadingHTTPServer(("127.0.0.1", 5000), Registry).serve_forever()
