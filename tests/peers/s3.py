"""A store that speaks like S3, calculates every signature and asks who may do what: moto.

In: `serve`, a port, a folder; or `read` with the same. Out of `serve`: a store with the bucket `tong`, and in the file
`keys` an access key that may do everything there. Out of `read`: its objects as files below `www`, and their heads in
`heads`, fetched by boto3. Never listens anywhere but on the loopback address.
"""
import json
import os
import pathlib
import shutil
import sys

WHAT, PORT, FOLDER = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
AT = f"http://127.0.0.1:{PORT}"


def client(service, key, secret):
    import boto3

    return boto3.client(service, region_name="us-east-1", endpoint_url=AT, aws_access_key_id=key,
                        aws_secret_access_key=secret)


def serve():
    # So many requests are believed without a signature that counts: the four that make bucket, user, rights and key.
    os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "4"
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=PORT, verbose=False)
    server.start()
    client("s3", "any", "any").create_bucket(Bucket="tong")
    iam = client("iam", "any", "any")
    iam.create_user(UserName="example")
    allowed = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
    iam.put_user_policy(UserName="example", PolicyName="example", PolicyDocument=policy)
    key = iam.create_access_key(UserName="example")["AccessKey"]
    # Last, in one step: whoever waits for it may begin.
    (FOLDER / "keys.new").write_text(f"{key['AccessKeyId']} {key['SecretAccessKey']}")
    (FOLDER / "keys.new").rename(FOLDER / "keys")
    server._thread.join()


def read():
    s3 = client("s3", *(FOLDER / "keys").read_text().split())
    shutil.rmtree(FOLDER / "www")
    (FOLDER / "www").mkdir()
    heads = {}
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket="tong"):
        for found in page.get("Contents", []):
            object_ = s3.get_object(Bucket="tong", Key=found["Key"])
            place = FOLDER / "www" / found["Key"]
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(object_["Body"].read())
            heads[found["Key"]] = [object_["ContentType"], object_.get("CacheControl", "")]
    (FOLDER / "heads").write_text(json.dumps(heads))


{"serve": serve, "read": read}[WHAT]()
