#!/usr/bin/env python3
"""Writes the two images of the test cluster by hand: no registry of the world, no docker.

usage: mkimage.py FOLDER BUSYBOX PAUSE ARCHITECTURE

FOLDER/pause.tar      an OCI archive for `ctr images import`: the container that holds a Pod's namespaces
FOLDER/blobs/DIGEST   the blobs of busybox, and
FOLDER/tags.json      "repository:tag" -> digest of its manifest: what image/backstage.py serves to containerd
"""
import gzip
import hashlib
import io
import json
import os
import sys
import tarfile

WHEN = "2026-01-01T00:00:00Z"  # fixed: the same input makes the same digests
APPLETS = """ash awk cat cp date dd echo env false grep head hostname httpd id ip kill ls mkdir mount nc printf ps rm sed
seq sh sleep stat tail tee test touch true wget yes""".split()
PASSWD = b"root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000:app:/tmp:/bin/sh\n"


def layer(files, folders=(), links=()):
    """The bytes of a tar archive. files: (name, bytes, mode)."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name in folders:
            entry = tarfile.TarInfo(name)
            entry.type, entry.mode = tarfile.DIRTYPE, 0o1777 if name == "tmp" else 0o755
            archive.addfile(entry)
        for name, data, mode in files:
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(data), mode
            archive.addfile(entry, io.BytesIO(data))
        for name, target in links:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, target
            archive.addfile(entry)
    return buffer.getvalue()


class Image:
    """The blobs of one image: layer, configuration, manifest."""

    def __init__(self, content, config, architecture):
        self.blobs = {}
        packed = self.add(gzip.compress(content, 1, mtime=0), "application/vnd.oci.image.layer.v1.tar+gzip")
        diff = "sha256:" + hashlib.sha256(content).hexdigest()
        described = {"architecture": architecture, "os": "linux", "created": WHEN, "config": config,
                     "rootfs": {"type": "layers", "diff_ids": [diff]},
                     "history": [{"created": WHEN, "created_by": "mkimage.py"}]}
        configuration = self.add(json.dumps(described).encode(), "application/vnd.oci.image.config.v1+json")
        manifest = {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
                    "config": configuration, "layers": [packed]}
        self.manifest = self.add(json.dumps(manifest).encode(), manifest["mediaType"])
        self.manifest["platform"] = {"architecture": architecture, "os": "linux"}

    def add(self, data, media_type):
        digest = hashlib.sha256(data).hexdigest()
        self.blobs[digest] = data
        return {"digest": "sha256:" + digest, "size": len(data), "mediaType": media_type}

    def archive(self, file_name, names):
        """Writes an OCI archive that `ctr images import` stores under these names."""
        entries = [dict(self.manifest, annotations={"io.containerd.image.name": name}) for name in names]
        with tarfile.open(file_name, "w") as archive:
            for name, data in [("oci-layout", b'{"imageLayoutVersion":"1.0.0"}'),
                               ("index.json", json.dumps({"schemaVersion": 2, "manifests": entries}).encode()),
                               *(("blobs/sha256/" + digest, data) for digest, data in self.blobs.items())]:
                entry = tarfile.TarInfo(name)
                entry.size, entry.mode = len(data), 0o644
                archive.addfile(entry, io.BytesIO(data))

    def loose(self, folder):
        """Writes the blobs one by one, for the registry."""
        os.makedirs(folder, exist_ok=True)
        for digest, data in self.blobs.items():
            with open(os.path.join(folder, digest), "wb") as file:
                file.write(data)


def main(folder, busybox, pause, architecture):
    environment = ["PATH=/bin:/usr/bin:/sbin"]
    with open(pause, "rb") as file:
        held = layer([("pause", file.read(), 0o755)])
    Image(held, {"Env": environment, "Entrypoint": ["/pause"]}, architecture).archive(
        os.path.join(folder, "pause.tar"), ["registry.k8s.io/pause:3.2"])

    with open(busybox, "rb") as file:
        program = file.read()
    system = layer([("bin/busybox", program, 0o755), ("etc/passwd", PASSWD, 0o644),
                    ("etc/group", b"root:x:0:\napp:x:1000:\n", 0o644)],
                   ("bin", "etc", "tmp", "root", "proc", "sys", "dev", "var"),
                   [("bin/" + name, "busybox") for name in APPLETS])
    image = Image(system, {"Env": environment, "Cmd": ["/bin/sh"], "WorkingDir": "/"}, architecture)
    image.loose(os.path.join(folder, "blobs"))
    bare = Image(system, {"Env": environment, "WorkingDir": "/"}, architecture)  # neither ENTRYPOINT nor CMD
    bare.loose(os.path.join(folder, "blobs"))
    with open(os.path.join(folder, "tags.json"), "w", encoding="utf-8") as file:
        json.dump({"library/busybox:1.35": image.manifest["digest"][7:],
                   "faultline/no-command:1": bare.manifest["digest"][7:]}, file)


if __name__ == "__main__":
    main(*sys.argv[1:5])
