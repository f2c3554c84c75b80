#!/usr/bin/env bash
# The network of "transit-gateway", as Blackfoot left it.
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
VPC_OUT=$(aws ec2 create-vpc --cidr-block 10.9.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_RED=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_RED_TGW=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.255.0/28 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_RED_FAR=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.2.0/24 --availability-zone us-east-1b --query Subnet.SubnetId --output text)
SUBNET_BLUE=$(aws ec2 create-subnet --vpc-id $VPC_BLUE --cidr-block 10.2.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_OUT_TGW=$(aws ec2 create-subnet --vpc-id $VPC_OUT --cidr-block 10.9.255.0/28 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_OUT_NAT=$(aws ec2 create-subnet --vpc-id $VPC_OUT --cidr-block 10.9.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# Security groups
SG_RED=$(aws ec2 create-security-group --group-name red --description red --vpc-id $VPC_RED --query GroupId --output text)
SG_BLUE=$(aws ec2 create-security-group --group-name blue --description blue --vpc-id $VPC_BLUE --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_RED --protocol -1 --cidr 10.2.0.0/16
aws ec2 authorize-security-group-ingress --group-id $SG_BLUE --protocol -1 --cidr 10.1.0.0/16

# Network ACLs
ACL_RED=$(aws ec2 create-network-acl --vpc-id $VPC_RED --query NetworkAcl.NetworkAclId --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL_RED --ingress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
aws ec2 create-network-acl-entry --network-acl-id $ACL_RED --egress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
ACL_RED_TGW=$(aws ec2 create-network-acl --vpc-id $VPC_RED --query NetworkAcl.NetworkAclId --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL_RED_TGW --ingress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
aws ec2 create-network-acl-entry --network-acl-id $ACL_RED_TGW --egress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
ACL_BLUE=$(aws ec2 create-network-acl --vpc-id $VPC_BLUE --query NetworkAcl.NetworkAclId --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL_BLUE --ingress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
aws ec2 create-network-acl-entry --network-acl-id $ACL_BLUE --egress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
ACLASSOC_RED=$(aws ec2 describe-network-acls --filters "Name=association.subnet-id,Values=${SUBNET_RED}" --query "NetworkAcls[0].Associations[?SubnetId=='${SUBNET_RED}'] | [0].NetworkAclAssociationId" --output text)
aws ec2 replace-network-acl-association --association-id $ACLASSOC_RED --network-acl-id $ACL_RED
ACLASSOC_RED_TGW=$(aws ec2 describe-network-acls --filters "Name=association.subnet-id,Values=${SUBNET_RED_TGW}" --query "NetworkAcls[0].Associations[?SubnetId=='${SUBNET_RED_TGW}'] | [0].NetworkAclAssociationId" --output text)
aws ec2 replace-network-acl-association --association-id $ACLASSOC_RED_TGW --network-acl-id $ACL_RED_TGW
ACLASSOC_BLUE=$(aws ec2 describe-network-acls --filters "Name=association.subnet-id,Values=${SUBNET_BLUE}" --query "NetworkAcls[0].Associations[?SubnetId=='${SUBNET_BLUE}'] | [0].NetworkAclAssociationId" --output text)
aws ec2 replace-network-acl-association --association-id $ACLASSOC_BLUE --network-acl-id $ACL_BLUE

# Route tables
RTB_RED=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_BLUE=$(aws ec2 create-route-table --vpc-id $VPC_BLUE --query RouteTable.RouteTableId --output text)
RTB_OUT_TGW=$(aws ec2 create-route-table --vpc-id $VPC_OUT --query RouteTable.RouteTableId --output text)
RTB_OUT_NAT=$(aws ec2 create-route-table --vpc-id $VPC_OUT --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
INSTANCE_RED=$(aws ec2 run-instances --subnet-id $SUBNET_RED --private-ip-address 10.1.1.5 --security-group-ids $SG_RED --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=red}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_FAR=$(aws ec2 run-instances --subnet-id $SUBNET_RED_FAR --private-ip-address 10.1.2.5 --security-group-ids $SG_RED --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=far}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_BLUE=$(aws ec2 run-instances --subnet-id $SUBNET_BLUE --private-ip-address 10.2.1.5 --security-group-ids $SG_BLUE --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=blue}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $INSTANCE_RED $INSTANCE_FAR $INSTANCE_BLUE

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_OUT

# Elastic IPs
EIPALLOC_NAT=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)

# Gateways
NAT_1=$(aws ec2 create-nat-gateway --subnet-id $SUBNET_OUT_NAT --allocation-id $EIPALLOC_NAT --private-ip-address 10.9.1.20 --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT_1
TGW_1=$(aws ec2 create-transit-gateway --options AmazonSideAsn=64512,DefaultRouteTableAssociation=disable,DefaultRouteTablePropagation=disable --query TransitGateway.TransitGatewayId --output text)
TGW_RTB_SPOKES=$(aws ec2 create-transit-gateway-route-table --transit-gateway-id $TGW_1 --query TransitGatewayRouteTable.TransitGatewayRouteTableId --output text)
TGW_RTB_OUT=$(aws ec2 create-transit-gateway-route-table --transit-gateway-id $TGW_1 --query TransitGatewayRouteTable.TransitGatewayRouteTableId --output text)
TGW_ATTACH_RED=$(aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id $TGW_1 --vpc-id $VPC_RED --subnet-ids $SUBNET_RED_TGW --query TransitGatewayVpcAttachment.TransitGatewayAttachmentId --output text)
TGW_ATTACH_BLUE=$(aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id $TGW_1 --vpc-id $VPC_BLUE --subnet-ids $SUBNET_BLUE --query TransitGatewayVpcAttachment.TransitGatewayAttachmentId --output text)
TGW_ATTACH_OUT=$(aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id $TGW_1 --vpc-id $VPC_OUT --subnet-ids $SUBNET_OUT_TGW --query TransitGatewayVpcAttachment.TransitGatewayAttachmentId --output text)
aws ec2 associate-transit-gateway-route-table --transit-gateway-route-table-id $TGW_RTB_SPOKES --transit-gateway-attachment-id $TGW_ATTACH_RED
aws ec2 associate-transit-gateway-route-table --transit-gateway-route-table-id $TGW_RTB_SPOKES --transit-gateway-attachment-id $TGW_ATTACH_BLUE
aws ec2 enable-transit-gateway-route-table-propagation --transit-gateway-route-table-id $TGW_RTB_SPOKES --transit-gateway-attachment-id $TGW_ATTACH_RED
aws ec2 enable-transit-gateway-route-table-propagation --transit-gateway-route-table-id $TGW_RTB_SPOKES --transit-gateway-attachment-id $TGW_ATTACH_BLUE
aws ec2 create-transit-gateway-route --destination-cidr-block 0.0.0.0/0 --transit-gateway-route-table-id $TGW_RTB_SPOKES --transit-gateway-attachment-id $TGW_ATTACH_OUT
aws ec2 associate-transit-gateway-route-table --transit-gateway-route-table-id $TGW_RTB_OUT --transit-gateway-attachment-id $TGW_ATTACH_OUT
aws ec2 enable-transit-gateway-route-table-propagation --transit-gateway-route-table-id $TGW_RTB_OUT --transit-gateway-attachment-id $TGW_ATTACH_RED
aws ec2 enable-transit-gateway-route-table-propagation --transit-gateway-route-table-id $TGW_RTB_OUT --transit-gateway-attachment-id $TGW_ATTACH_BLUE

# Routes
aws ec2 create-route --route-table-id $RTB_RED --destination-cidr-block 0.0.0.0/0 --transit-gateway-id $TGW_1
aws ec2 create-route --route-table-id $RTB_BLUE --destination-cidr-block 0.0.0.0/0 --transit-gateway-id $TGW_1
aws ec2 create-route --route-table-id $RTB_OUT_TGW --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_1
aws ec2 create-route --route-table-id $RTB_OUT_NAT --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_1
aws ec2 create-route --route-table-id $RTB_OUT_NAT --destination-cidr-block 10.0.0.0/8 --transit-gateway-id $TGW_1
aws ec2 associate-route-table --route-table-id $RTB_RED --subnet-id $SUBNET_RED
aws ec2 associate-route-table --route-table-id $RTB_RED --subnet-id $SUBNET_RED_FAR
aws ec2 associate-route-table --route-table-id $RTB_BLUE --subnet-id $SUBNET_BLUE
aws ec2 associate-route-table --route-table-id $RTB_OUT_TGW --subnet-id $SUBNET_OUT_TGW
aws ec2 associate-route-table --route-table-id $RTB_OUT_NAT --subnet-id $SUBNET_OUT_NAT
