#!/usr/bin/env bash
# The network of "regional-nat", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - AWS picks the public addresses; they will not be those of the game.
# - Machines outside AWS are not made: client.
set -e

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_APP_A=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.3.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_APP_B=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.4.0/24 --availability-zone us-east-1b --query Subnet.SubnetId --output text)
SUBNET_APP_C=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.5.0/24 --availability-zone us-east-1c --query Subnet.SubnetId --output text)

# Security groups
SG_RED_DEFAULT=$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=${VPC_RED}" Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 revoke-security-group-ingress --group-id $SG_RED_DEFAULT --protocol -1 --source-group $SG_RED_DEFAULT

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
INSTANCE_APP_A=$(aws ec2 run-instances --subnet-id $SUBNET_APP_A --private-ip-address 10.1.3.20 --security-group-ids $SG_RED_DEFAULT --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-a}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_APP_B=$(aws ec2 run-instances --subnet-id $SUBNET_APP_B --private-ip-address 10.1.4.20 --security-group-ids $SG_RED_DEFAULT --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-b}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_APP_C=$(aws ec2 run-instances --subnet-id $SUBNET_APP_C --private-ip-address 10.1.5.20 --security-group-ids $SG_RED_DEFAULT --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-c}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $INSTANCE_APP_A $INSTANCE_APP_B $INSTANCE_APP_C

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_RED

# Elastic IPs
EIPALLOC_A=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
EIPALLOC_B=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)

# Gateways
NAT_R=$(aws ec2 create-nat-gateway --vpc-id $VPC_RED --availability-mode regional --availability-zone-addresses "{\"AvailabilityZone\":\"us-east-1a\",\"AllocationIds\":[\"${EIPALLOC_A}\"]}" "{\"AvailabilityZone\":\"us-east-1b\",\"AllocationIds\":[\"${EIPALLOC_B}\"]}" --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT_R

# Routes
RTB_MAIN=$(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=${VPC_RED}" Name=association.main,Values=true --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 create-route --route-table-id $RTB_MAIN --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_R
