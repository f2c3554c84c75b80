#!/usr/bin/env bash
# The network of "peering", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - AWS picks the public addresses; they will not be those of the game.
# - Machines outside AWS are not made: client.
set -e

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)
VPC_BLUE=$(aws ec2 create-vpc --cidr-block 10.2.0.0/16 --query Vpc.VpcId --output text)
VPC_GREEN=$(aws ec2 create-vpc --cidr-block 10.3.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_RED=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_BLUE=$(aws ec2 create-subnet --vpc-id $VPC_BLUE --cidr-block 10.2.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_PUB=$(aws ec2 create-subnet --vpc-id $VPC_BLUE --cidr-block 10.2.9.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_GREEN=$(aws ec2 create-subnet --vpc-id $VPC_GREEN --cidr-block 10.3.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# Security groups
SG_RED=$(aws ec2 create-security-group --group-name red --description red --vpc-id $VPC_RED --query GroupId --output text)
SG_BLUE=$(aws ec2 create-security-group --group-name blue --description blue --vpc-id $VPC_BLUE --query GroupId --output text)
SG_GREEN=$(aws ec2 create-security-group --group-name green --description green --vpc-id $VPC_GREEN --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_GREEN --protocol -1 --cidr 0.0.0.0/0

# Route tables
RTB_RED=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_BLUE=$(aws ec2 create-route-table --vpc-id $VPC_BLUE --query RouteTable.RouteTableId --output text)
RTB_PUB=$(aws ec2 create-route-table --vpc-id $VPC_BLUE --query RouteTable.RouteTableId --output text)
RTB_GREEN=$(aws ec2 create-route-table --vpc-id $VPC_GREEN --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
INSTANCE_RED=$(aws ec2 run-instances --subnet-id $SUBNET_RED --private-ip-address 10.1.1.5 --security-group-ids $SG_RED --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=red}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_BLUE=$(aws ec2 run-instances --subnet-id $SUBNET_BLUE --private-ip-address 10.2.1.5 --security-group-ids $SG_BLUE --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=blue}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_GREEN=$(aws ec2 run-instances --subnet-id $SUBNET_GREEN --private-ip-address 10.3.1.5 --security-group-ids $SG_GREEN --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=green}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $INSTANCE_RED $INSTANCE_BLUE $INSTANCE_GREEN

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_BLUE

# Elastic IPs
EIPALLOC_NAT=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)

# Gateways
NAT_1=$(aws ec2 create-nat-gateway --subnet-id $SUBNET_PUB --allocation-id $EIPALLOC_NAT --private-ip-address 10.2.9.20 --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT_1
PCX_1=$(aws ec2 create-vpc-peering-connection --vpc-id $VPC_RED --peer-vpc-id $VPC_BLUE --query VpcPeeringConnection.VpcPeeringConnectionId --output text)
aws ec2 wait vpc-peering-connection-exists --vpc-peering-connection-ids $PCX_1
aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id $PCX_1
PCX_2=$(aws ec2 create-vpc-peering-connection --vpc-id $VPC_BLUE --peer-vpc-id $VPC_GREEN --query VpcPeeringConnection.VpcPeeringConnectionId --output text)
aws ec2 wait vpc-peering-connection-exists --vpc-peering-connection-ids $PCX_2
aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id $PCX_2
aws ec2 authorize-security-group-ingress --group-id $SG_BLUE --protocol tcp --port 0-65535 --source-group $SG_RED

# Routes
aws ec2 create-route --route-table-id $RTB_RED --destination-cidr-block 10.2.0.0/16 --vpc-peering-connection-id $PCX_1
aws ec2 create-route --route-table-id $RTB_BLUE --destination-cidr-block 10.1.0.0/16 --vpc-peering-connection-id $PCX_1
aws ec2 create-route --route-table-id $RTB_BLUE --destination-cidr-block 10.3.0.0/16 --vpc-peering-connection-id $PCX_2
aws ec2 create-route --route-table-id $RTB_BLUE --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_1
aws ec2 create-route --route-table-id $RTB_PUB --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_1
aws ec2 create-route --route-table-id $RTB_GREEN --destination-cidr-block 10.2.0.0/16 --vpc-peering-connection-id $PCX_2
aws ec2 associate-route-table --route-table-id $RTB_RED --subnet-id $SUBNET_RED
aws ec2 associate-route-table --route-table-id $RTB_BLUE --subnet-id $SUBNET_BLUE
aws ec2 associate-route-table --route-table-id $RTB_PUB --subnet-id $SUBNET_PUB
aws ec2 associate-route-table --route-table-id $RTB_GREEN --subnet-id $SUBNET_GREEN
