#!/usr/bin/env bash
# The network of "gateway-endpoint", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - AWS picks the public addresses; they will not be those of the game.
# - Machines outside AWS are not made: client, bucket, table, far-bucket.
set -e

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_PUB=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_APP=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.2.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_ISO=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.3.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# Security groups
SG_S3=$(aws ec2 create-security-group --group-name s3 --description s3 --vpc-id $VPC_RED --query GroupId --output text)
aws ec2 revoke-security-group-egress --group-id $SG_S3 --protocol -1 --cidr 0.0.0.0/0
PL_S3=$(aws ec2 describe-managed-prefix-lists --filters Name=prefix-list-name,Values=com.amazonaws.us-east-1.s3 --query 'PrefixLists[0].PrefixListId' --output text)
aws ec2 authorize-security-group-egress --group-id $SG_S3 --ip-permissions "IpProtocol=tcp,FromPort=443,ToPort=443,PrefixListIds=[{PrefixListId=${PL_S3}}]"

# Route tables
RTB_PUB=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_APP=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_ISO=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
SG_RED_DEFAULT=$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=${VPC_RED}" Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
INSTANCE_APP=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.1.2.20 --security-group-ids $SG_RED_DEFAULT --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_ISO=$(aws ec2 run-instances --subnet-id $SUBNET_ISO --private-ip-address 10.1.3.30 --security-group-ids $SG_RED_DEFAULT --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=iso}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $INSTANCE_APP $INSTANCE_ISO

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_RED

# Elastic IPs
EIPALLOC_NAT=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)

# Gateways
NAT_1=$(aws ec2 create-nat-gateway --subnet-id $SUBNET_PUB --allocation-id $EIPALLOC_NAT --private-ip-address 10.1.1.50 --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT_1
VPCE_S3=$(aws ec2 create-vpc-endpoint --vpc-endpoint-type Gateway --vpc-id $VPC_RED --service-name com.amazonaws.us-east-1.s3 --query VpcEndpoint.VpcEndpointId --output text)

# Routes
aws ec2 create-route --route-table-id $RTB_PUB --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_1
aws ec2 create-route --route-table-id $RTB_APP --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_1
aws ec2 modify-vpc-endpoint --vpc-endpoint-id $VPCE_S3 --add-route-table-ids $RTB_APP
aws ec2 associate-route-table --route-table-id $RTB_PUB --subnet-id $SUBNET_PUB
aws ec2 associate-route-table --route-table-id $RTB_APP --subnet-id $SUBNET_APP
aws ec2 associate-route-table --route-table-id $RTB_ISO --subnet-id $SUBNET_ISO
