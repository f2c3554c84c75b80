#!/usr/bin/env bash
# The network of "transit-vpn", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - cgw-1 stands for a network of your own: its router has to be set up by whoever owns it.
# - site-hq stands for a network of your own: its router has to be set up by whoever owns it.
# - Machines outside AWS are not made: hq.
# - Left out, no call makes it so: internet.hq (site-hq).
set -e

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_RED=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_TGW=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.255.0/28 --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# Security groups
SG_RED=$(aws ec2 create-security-group --group-name red --description red --vpc-id $VPC_RED --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_RED --protocol -1 --cidr 172.16.0.0/16

# Route tables
RTB_RED=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Instances and network interfaces
INSTANCE_RED=$(aws ec2 run-instances --subnet-id $SUBNET_RED --private-ip-address 10.1.1.5 --security-group-ids $SG_RED --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=red}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $INSTANCE_RED

# Gateways
CGW_1=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 192.0.2.9 --bgp-asn 65000 --query CustomerGateway.CustomerGatewayId --output text)
TGW_1=$(aws ec2 create-transit-gateway --options AmazonSideAsn=64512,DefaultRouteTableAssociation=enable,DefaultRouteTablePropagation=enable --query TransitGateway.TransitGatewayId --output text)
TGW_ATTACH_RED=$(aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id $TGW_1 --vpc-id $VPC_RED --subnet-ids $SUBNET_TGW --query TransitGatewayVpcAttachment.TransitGatewayAttachmentId --output text)
VPN_1=$(aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW_1 --transit-gateway-id $TGW_1 --options StaticRoutesOnly=false --query VpnConnection.VpnConnectionId --output text)
aws ec2 wait vpn-connection-available --vpn-connection-ids $VPN_1
TGW_ATTACH_VPN=$(aws ec2 describe-transit-gateway-attachments --filters "Name=resource-id,Values=${VPN_1}" --query 'TransitGatewayAttachments[0].TransitGatewayAttachmentId' --output text)

# Routes
aws ec2 create-route --route-table-id $RTB_RED --destination-cidr-block 172.16.0.0/12 --transit-gateway-id $TGW_1
aws ec2 associate-route-table --route-table-id $RTB_RED --subnet-id $SUBNET_RED
