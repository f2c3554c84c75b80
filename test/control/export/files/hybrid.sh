#!/usr/bin/env bash
# The network of "hybrid", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - cgw-1 stands for a network of your own: its router has to be set up by whoever owns it.
# - cgw-2 stands for a network of your own: its router has to be set up by whoever owns it.
# - cgw-3 stands for a network of your own: its router has to be set up by whoever owns it.
# - dxcon-1 is an order for a physical port: somebody has to lay the wire, and it is paid by the
#   hour from then on.
# - dxvif-2 needs public BGP addresses of your own on both ends.
# - site-hq stands for a network of your own: its router has to be set up by whoever owns it.
# - site-branch stands for a network of your own: its router has to be set up by whoever owns it.
# - Machines outside AWS are not made: hq, lab, branch, bucket, client.
# - Left out, no call makes it so: internet.hq (site-hq).
# - Left out, no call makes it so: internet.lab (site-hq).
# - Left out, no call makes it so: internet.branch (site-branch).
set -e

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_APP=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.2.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)

# Security groups
SG_APP=$(aws ec2 create-security-group --group-name app --description app --vpc-id $VPC_RED --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_APP --protocol -1 --cidr 0.0.0.0/0

# Route tables
RTB_APP=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Instances and network interfaces
INSTANCE_APP=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.1.2.20 --security-group-ids $SG_APP --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $INSTANCE_APP

# Gateways
VGW_1=$(aws ec2 create-vpn-gateway --type ipsec.1 --amazon-side-asn 64512 --query VpnGateway.VpnGatewayId --output text)
aws ec2 attach-vpn-gateway --vpn-gateway-id $VGW_1 --vpc-id $VPC_RED
CGW_1=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 192.0.2.9 --bgp-asn 65000 --query CustomerGateway.CustomerGatewayId --output text)
CGW_2=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 192.0.2.10 --bgp-asn 65001 --query CustomerGateway.CustomerGatewayId --output text)
CGW_3=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 192.0.2.9 --bgp-asn 65003 --query CustomerGateway.CustomerGatewayId --output text)
VPN_1=$(aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW_3 --vpn-gateway-id $VGW_1 --options StaticRoutesOnly=true --query VpnConnection.VpnConnectionId --output text)
aws ec2 wait vpn-connection-available --vpn-connection-ids $VPN_1
aws ec2 create-vpn-connection-route --vpn-connection-id $VPN_1 --destination-cidr-block 172.16.0.0/16
VPN_2=$(aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW_1 --vpn-gateway-id $VGW_1 --options StaticRoutesOnly=false --query VpnConnection.VpnConnectionId --output text)
aws ec2 wait vpn-connection-available --vpn-connection-ids $VPN_2
VPN_3=$(aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW_2 --vpn-gateway-id $VGW_1 --options StaticRoutesOnly=false --query VpnConnection.VpnConnectionId --output text)
aws ec2 wait vpn-connection-available --vpn-connection-ids $VPN_3
DXCON_1=$(aws directconnect create-connection --location EqDC2 --bandwidth 1Gbps --connection-name wire --query connectionId --output text)
DXVIF_1=$(aws directconnect create-private-virtual-interface --connection-id $DXCON_1 --new-private-virtual-interface "virtualInterfaceName=vif,vlan=101,asn=65000,virtualGatewayId=${VGW_1}" --query virtualInterfaceId --output text)
DXVIF_2=$(aws directconnect create-public-virtual-interface --connection-id $DXCON_1 --new-public-virtual-interface "virtualInterfaceName=vif,vlan=102,asn=65000,routeFilterPrefixes=[{cidr=192.0.2.192/26}]" --query virtualInterfaceId --output text)

# Routes
aws ec2 enable-vgw-route-propagation --route-table-id $RTB_APP --gateway-id $VGW_1
aws ec2 associate-route-table --route-table-id $RTB_APP --subnet-id $SUBNET_APP
