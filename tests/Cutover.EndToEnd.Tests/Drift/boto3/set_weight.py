"""What a colleague has in a drawer: sets the weight of one weighted record set, as the API's documentation shows it.

Usage: set_weight.py ZONE_ID NAME SET_IDENTIFIER WEIGHT
"""
import os
import sys

import boto3
from botocore.config import Config

zone, name, identifier, weight = sys.argv[1:5]
route53 = boto3.client(
    "route53",
    region_name="us-east-1",
    endpoint_url=os.environ["LAB_ROUTE53"],
    aws_access_key_id=os.environ["LAB_KEY"],
    aws_secret_access_key=os.environ["LAB_SECRET"],
    config=Config(proxies={}, retries={"max_attempts": 10}),
)
found = route53.list_resource_record_sets(HostedZoneId=zone, StartRecordName=name, StartRecordType="A")["ResourceRecordSets"]
record = next(found_set for found_set in found if found_set.get("SetIdentifier") == identifier)
record["Weight"] = int(weight)
changed = route53.change_resource_record_sets(
    HostedZoneId=zone, ChangeBatch={"Comment": "by hand", "Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]}
)
print(changed["ChangeInfo"]["Status"])
