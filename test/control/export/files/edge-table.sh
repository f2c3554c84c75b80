#!/usr/bin/env bash
# The network of "edge-table", as Blackfoot left it.
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
SUBNET_APP=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.2.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_FW=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.9.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# Security groups
SG_ALL=$(aws ec2 create-security-group --group-name all --description all --vpc-id $VPC_RED --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_ALL --protocol -1 --cidr 0.0.0.0/0

# Route tables
RTB_EDGE=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_APP=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_FW=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
INSTANCE_APP=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.1.2.20 --security-group-ids $SG_ALL --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_FW=$(aws ec2 run-instances --subnet-id $SUBNET_FW --private-ip-address 10.1.9.10 --security-group-ids $SG_ALL --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=fw}]' --query 'Instances[0].InstanceId' --output text)
ENI_FW=$(aws ec2 describe-instances --instance-ids $INSTANCE_FW --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $ENI_FW --no-source-dest-check
aws ec2 wait instance-running --instance-ids $INSTANCE_APP $INSTANCE_FW

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_RED

# Elastic IPs
EIPALLOC_APP=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
EIPALLOC_FW=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)

# Gateways
ENI_APP=$(aws ec2 describe-instances --instance-ids $INSTANCE_APP --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 associate-address --allocation-id $EIPALLOC_APP --network-interface-id $ENI_APP --private-ip-address 10.1.2.20
aws ec2 associate-address --allocation-id $EIPALLOC_FW --network-interface-id $ENI_FW --private-ip-address 10.1.9.10

# Routes
aws ec2 create-route --route-table-id $RTB_EDGE --destination-cidr-block 10.1.2.0/24 --network-interface-id $ENI_FW
aws ec2 create-route --route-table-id $RTB_APP --destination-cidr-block 0.0.0.0/0 --network-interface-id $ENI_FW
aws ec2 create-route --route-table-id $RTB_FW --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_1
aws ec2 associate-route-table --route-table-id $RTB_EDGE --gateway-id $IGW_1
aws ec2 associate-route-table --route-table-id $RTB_APP --subnet-id $SUBNET_APP
aws ec2 associate-route-table --route-table-id $RTB_FW --subnet-id $SUBNET_FW
