"""nginx as an API server over prepared files: loopback, TLS, HTTP/2, gzip as an API server's (from 128 KiB on) or none."""

import http.server
import os
import queue
import signal
import socket
import subprocess
import threading
import time

GZIP_FROM = 128 * 1024  # k8s.io/apiserver/pkg/endpoints/handlers/responsewriters/writers.go: defaultGzipThresholdBytes
CONFIGURATION = """
daemon off;
worker_processes 1;
pid {place}/nginx.pid;
error_log {place}/error.log;
events {{ worker_connections 512; }}
http {{
    access_log {place}/access.log;
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    sendfile on;
    http2_max_concurrent_streams 250;
    keepalive_requests 1000000;
    default_type application/json;
    types {{ }}
    gzip {gzip};
    gzip_types application/json;
    gzip_min_length {gzip_from};
    gzip_comp_level 4;
    map $http_accept $form {{
        default plain;
        "~as=Table" table;
    }}
    server {{
        listen 127.0.0.1:{port} ssl http2;
        ssl_certificate {place}/server.pem;
        ssl_certificate_key {place}/server.key;
        root {data};
        location / {{
            error_page 418 = @watch;
            if ($arg_watch) {{ return 418; }}
            try_files /$form$uri/$arg_limit.$arg_continue.json /plain$uri/$arg_limit.$arg_continue.json
                      /$form$uri/whole.json /plain$uri/whole.json =404;
        }}
        location ~ /log$ {{
            default_type text/plain;
            return 200 "2026-11-23T10:57:58Z starting\\n2026-11-23T10:57:59Z fatal: cannot reach the database\\n";
        }}
        location @watch {{
            proxy_pass http://127.0.0.1:{watches};
            proxy_http_version 1.1;
            proxy_buffering off;
            proxy_read_timeout 1h;
        }}
        error_page 404 = @missing;
        location @missing {{
            return 404 '{{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404,"message":"not found"}}';
        }}
    }}
}}
"""
KUBECONFIG = """apiVersion: v1
kind: Config
current-context: bench
contexts: [{{name: bench, context: {{cluster: bench, user: bench}}}}]
clusters: [{{name: bench, cluster: {{server: "https://127.0.0.1:{port}", certificate-authority: "{place}/ca.pem"}}}}]
users: [{{name: bench, user: {{token: bench}}}}]
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_certificates(place):
    def openssl(*words):
        subprocess.run(["openssl", *words], check=True, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30")
    openssl("req", "-x509", *curve, "-subj", "/CN=bench-ca", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", *curve[:5], "-subj", "/CN=127.0.0.1", "-keyout", "server.key", "-out", "server.csr")
    with open(f"{place}/names", "w", encoding="ascii") as names:
        names.write("subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30",
            "-extfile", "names", "-out", "server.pem")


class Watches(http.server.ThreadingHTTPServer):
    """Watches, behind nginx: they stay open and say what send() gives them."""

    daemon_threads = True

    def __init__(self):
        self.streams, self.lock = {}, threading.Lock()
        super().__init__(("127.0.0.1", 0), WatchHandler)

    def open(self, path):
        stream = queue.SimpleQueue()
        with self.lock:
            self.streams.setdefault(path, []).append(stream)
        return stream

    def count(self, path):
        with self.lock:
            return len(self.streams.get(path, []))

    def send(self, path, line):
        """To every watch of a path."""
        with self.lock:
            for stream in self.streams.get(path, []):
                stream.put(line)


class WatchHandler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 0

    def do_GET(self):  # the name that http.server wants
        stream = self.server.open(self.path.split("?")[0])
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            while True:
                line = stream.get()
                self.wfile.write(b"%x\r\n%s\r\n" % (len(line), line))
        except OSError:
            return  # the watcher has gone

    def log_message(self, *_):
        pass


class Server:
    """`with Server(data, place) as server:` serves the folder `data`; server.port, server.kubeconfig, server.requests()."""

    def __init__(self, data, place, gzip=False):
        self.watches = Watches()
        self.data, self.place, self.gzip = os.path.abspath(data), os.path.abspath(place), gzip
        self.port = free_port()
        self.address = f"https://127.0.0.1:{self.port}"
        self.kubeconfig = f"{self.place}/config"
        self.process = None

    def __enter__(self):
        os.makedirs(self.place, exist_ok=True)
        make_certificates(self.place)
        with open(f"{self.place}/nginx.conf", "w", encoding="ascii") as out:
            out.write(CONFIGURATION.format(place=self.place, data=self.data, port=self.port, gzip="on" if self.gzip else "off",
                                           gzip_from=GZIP_FROM, watches=self.watches.server_address[1]))
        with open(self.kubeconfig, "w", encoding="ascii") as out:
            out.write(KUBECONFIG.format(port=self.port, place=self.place))
        threading.Thread(target=self.watches.serve_forever, daemon=True).start()
        self.process = subprocess.Popen(["nginx", "-p", self.place, "-c", f"{self.place}/nginx.conf"])
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.05)
        raise SystemExit(f"nginx does not answer: see {self.place}/error.log")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)
        self.watches.shutdown()

    def requests(self):
        """What was asked so far: (path with query, bytes sent)."""
        with open(f"{self.place}/access.log", encoding="utf-8") as log:
            return [(line.split('"')[1].split()[1], int(line.split('"')[2].split()[1])) for line in log]
