"""The object stores of three clouds, on the loopback address.

In: a port, a folder, oss, cos or obs, an access key and its secret. Out: objects as files below `www` by host and path,
and a line of JSON in `asked` for each request. Plays the proxy before any host, so that the addresses of clouds end here.
Takes a request only where the program of the vendor itself signs it with the same signature, and no older than the
vendor allows.
"""
import json
import pathlib
import sys
import time
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace
from unittest import mock
from urllib.parse import parse_qsl, unquote, urlsplit

PORT, FOLDER, CLOUD, KEY, SECRET = int(sys.argv[1]), pathlib.Path(sys.argv[2]), *sys.argv[3:6]
# How long a signed request may have been on its way, in seconds.
LATE = 15 * 60


def oss(request):
    import oss2

    twin = SimpleNamespace(method=request.method, headers=dict(request.heads), params=dict(request.query))
    twin.headers.pop("authorization", None)
    with mock.patch("oss2.utils.http_date", lambda *_: request.heads["date"]):
        oss2.Auth(KEY, SECRET)._sign_request(twin, request.bucket, request.key)
    return fresh(request) and twin.headers["authorization"] == request.heads["authorization"]


def cos(request):
    from qcloud_cos import CosConfig
    from qcloud_cos.cos_auth import CosS3Auth

    def parts(text):
        return dict(part.split("=", 1) for part in text.split("&"))

    told = parts(request.heads["authorization"])
    start, end = (int(second) for second in told["q-sign-time"].split(";"))
    signed = {name: request.heads[name] for name in told["q-header-list"].split(";") if name}
    params = {name: value for name, value in request.query if name in told["q-url-param-list"].split(";")}
    twin = SimpleNamespace(method=request.method, url=request.url, headers=signed)
    sign = CosS3Auth(CosConfig(Region="ap-wuhan", SecretId=KEY, SecretKey=SECRET), request.key, params,
                     expire=end - start - 60, sign_host=False)
    # It signs from a minute ago on.
    with mock.patch("time.time", lambda: start + 60):
        sign(twin)
    return start - LATE <= time.time() <= end and parts(twin.headers["Authorization"]) == told


def obs(request):
    from obs.auth import Authentication
    from obs.convertor import Adapter

    sign = Authentication(KEY, SECRET, False, Adapter("obs"), request.host, False)
    twin = sign.doAuth(request.method, request.bucket, request.key, dict(request.query), dict(request.heads))
    return fresh(request) and twin["Authorization"] == request.heads["authorization"]


def fresh(request):
    return abs(time.time() - parsedate_to_datetime(request.heads["date"]).timestamp()) < LATE


class Store(BaseHTTPRequestHandler):
    def answer(self):
        url = urlsplit(self.path)
        heads = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(heads.get("content-length", 0)))
        request = SimpleNamespace(
            method=self.command, url=self.path, host=url.hostname, bucket=url.hostname.split(".")[0],
            key=unquote(url.path)[1:], query=parse_qsl(url.query, keep_blank_values=True), heads=heads)
        right = "authorization" in heads and {"oss": oss, "cos": cos, "obs": obs}[CLOUD](request)
        with (FOLDER / "asked").open("a") as asked:
            asked.write(json.dumps({"method": self.command, "url": self.path, "right": right, "heads": heads}) + "\n")
        place = FOLDER / "www" / request.host / request.key
        if not right:
            self.reply(403, b"<Error><Code>SignatureDoesNotMatch</Code><Message>another signature</Message></Error>")
        elif self.command == "PUT":
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(body)
            self.reply(200)
        elif self.command == "DELETE":
            place.unlink(missing_ok=True)
            self.reply(204)
        elif place.is_file():
            self.reply(200, place.read_bytes())
        else:
            self.reply(404, b"<Error><Code>NoSuchKey</Code><Message>no such object</Message></Error>")

    do_GET = do_HEAD = do_PUT = do_DELETE = answer

    def reply(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"x"')
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


HTTPServer(("127.0.0.1", PORT), Store).serve_forever()
