#!/usr/bin/env bash
# The network of "nat", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - AWS picks the public addresses; they will not be those of the game.
# - Machines outside AWS are not made: client.
set -e

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_P=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.0.2.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_Q=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.0.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# Security groups
SG_APP=$(aws ec2 create-security-group --group-name app --description app --vpc-id $VPC_RED --query GroupId --output text)
SG_WEB=$(aws ec2 create-security-group --group-name web --description web --vpc-id $VPC_RED --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_WEB --protocol tcp --port 443 --cidr 0.0.0.0/0

# Network ACLs
ACL_P=$(aws ec2 create-network-acl --vpc-id $VPC_RED --query NetworkAcl.NetworkAclId --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL_P --ingress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
aws ec2 create-network-acl-entry --network-acl-id $ACL_P --egress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
ACL_Q=$(aws ec2 create-network-acl --vpc-id $VPC_RED --query NetworkAcl.NetworkAclId --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL_Q --ingress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
aws ec2 create-network-acl-entry --network-acl-id $ACL_Q --egress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
ACLASSOC_P=$(aws ec2 describe-network-acls --filters "Name=association.subnet-id,Values=${SUBNET_P}" --query "NetworkAcls[0].Associations[?SubnetId=='${SUBNET_P}'] | [0].NetworkAclAssociationId" --output text)
aws ec2 replace-network-acl-association --association-id $ACLASSOC_P --network-acl-id $ACL_P
ACLASSOC_Q=$(aws ec2 describe-network-acls --filters "Name=association.subnet-id,Values=${SUBNET_Q}" --query "NetworkAcls[0].Associations[?SubnetId=='${SUBNET_Q}'] | [0].NetworkAclAssociationId" --output text)
aws ec2 replace-network-acl-association --association-id $ACLASSOC_Q --network-acl-id $ACL_Q

# Route tables
RTB_P=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_Q=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
INSTANCE_APP=$(aws ec2 run-instances --subnet-id $SUBNET_P --private-ip-address 10.0.2.10 --security-group-ids $SG_APP --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_WEB=$(aws ec2 run-instances --subnet-id $SUBNET_Q --private-ip-address 10.0.1.10 --security-group-ids $SG_WEB --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $INSTANCE_APP $INSTANCE_WEB

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_RED

# Elastic IPs
EIPALLOC_NAT=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
EIPALLOC_WEB=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)

# Gateways
NAT_1=$(aws ec2 create-nat-gateway --subnet-id $SUBNET_Q --allocation-id $EIPALLOC_NAT --private-ip-address 10.0.1.20 --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT_1
ENI_WEB=$(aws ec2 describe-instances --instance-ids $INSTANCE_WEB --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 associate-address --allocation-id $EIPALLOC_WEB --network-interface-id $ENI_WEB --private-ip-address 10.0.1.10

# Routes
aws ec2 create-route --route-table-id $RTB_P --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_1
aws ec2 create-route --route-table-id $RTB_Q --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_1
aws ec2 associate-route-table --route-table-id $RTB_P --subnet-id $SUBNET_P
aws ec2 associate-route-table --route-table-id $RTB_Q --subnet-id $SUBNET_Q
