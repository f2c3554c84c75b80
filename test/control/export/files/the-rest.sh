#!/usr/bin/env bash
# The network of "the rest", as Blackfoot left it.
#
# - This makes real things in your account, and some of them cost money by the hour, used or not.
#   Read it first, and delete everything afterwards.
# - Instances are t3.micro with Amazon Linux 2023, in place of the machines of the game.
# - AWS picks the public addresses; they will not be those of the game.
# - dxcon-1 is an order for a physical port: somebody has to lay the wire, and it is paid by the
#   hour from then on.
# - Machines outside AWS are not made: partner.
# - What runs on them is not set up: who listens on which port, who is let in, which names they look
#   up.
# - Rows of the Mapping Service and frames on the wire are AWS’s own; no customer can touch them.
# - Left out, no call makes it so: vpcs.vpc-blue.isDefault.
set -e

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)
VPC_BLUE=$(aws ec2 create-vpc --cidr-block 172.31.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_PUB=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_APP=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.2.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_BLUE=$(aws ec2 create-subnet --vpc-id $VPC_BLUE --cidr-block 172.31.0.0/20 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
aws ec2 modify-subnet-attribute --subnet-id $SUBNET_BLUE --map-public-ip-on-launch

# Prefix lists
PL_1=$(aws ec2 create-managed-prefix-list --prefix-list-name offices --address-family IPv4 --max-entries 1 --entries Cidr=192.0.2.0/24 --query PrefixList.PrefixListId --output text)

# Security groups
SG_1=$(aws ec2 create-security-group --group-name web --description web --vpc-id $VPC_RED --query GroupId --output text)
SG_RED_DEFAULT=$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=${VPC_RED}" Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_RED_DEFAULT --ip-permissions "IpProtocol=tcp,FromPort=443,ToPort=443,PrefixListIds=[{PrefixListId=${PL_1}}]"
aws ec2 authorize-security-group-egress --group-id $SG_RED_DEFAULT --protocol tcp --port 22 --cidr 10.1.0.0/16
aws ec2 authorize-security-group-ingress --group-id $SG_1 --protocol tcp --port 443 --source-group $SG_RED_DEFAULT
aws ec2 authorize-security-group-ingress --group-id $SG_1 --ip-permissions 'IpProtocol=icmp,FromPort=8,ToPort=8,IpRanges=[{CidrIp=0.0.0.0/0}]'
aws ec2 revoke-security-group-egress --group-id $SG_1 --protocol -1 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-egress --group-id $SG_1 --protocol udp --port 53-54 --source-group $SG_1

# Network ACLs
ACL_BLUE_DEFAULT=$(aws ec2 describe-network-acls --filters "Name=vpc-id,Values=${VPC_BLUE}" Name=default,Values=true --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL_BLUE_DEFAULT --ingress --rule-number 50 --protocol tcp --rule-action deny --cidr-block 0.0.0.0/0 --port-range From=22,To=22
ACL_1=$(aws ec2 create-network-acl --vpc-id $VPC_RED --query NetworkAcl.NetworkAclId --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL_1 --ingress --rule-number 100 --protocol tcp --rule-action allow --cidr-block 0.0.0.0/0 --port-range From=443,To=444
aws ec2 create-network-acl-entry --network-acl-id $ACL_1 --ingress --rule-number 110 --protocol icmp --rule-action allow --cidr-block 0.0.0.0/0 --icmp-type-code Type=8,Code=-1
aws ec2 create-network-acl-entry --network-acl-id $ACL_1 --egress --rule-number 90 --protocol udp --rule-action deny --cidr-block 192.0.2.0/24 --port-range From=53,To=53
aws ec2 create-network-acl-entry --network-acl-id $ACL_1 --egress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0

# Route tables
RTB_PUB=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_APP=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_RED=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
IGW_BLUE=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
IGW_SPARE=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
INSTANCE_WEB=$(aws ec2 run-instances --subnet-id $SUBNET_PUB --private-ip-address 10.1.1.10 --security-group-ids $SG_RED_DEFAULT --associate-public-ip-address --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_APP=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.1.2.20 --security-group-ids $SG_RED_DEFAULT --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_FW=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.1.2.30 --security-group-ids $SG_RED_DEFAULT --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=fw}]' --query 'Instances[0].InstanceId' --output text)
ENI_FW=$(aws ec2 describe-instances --instance-ids $INSTANCE_FW --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 assign-private-ip-addresses --network-interface-id $ENI_FW --private-ip-addresses 10.1.2.31
aws ec2 modify-network-interface-attribute --network-interface-id $ENI_FW --no-source-dest-check
SG_BLUE_DEFAULT=$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=${VPC_BLUE}" Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
INSTANCE_BLUE=$(aws ec2 run-instances --subnet-id $SUBNET_BLUE --private-ip-address 172.31.0.10 --security-group-ids $SG_BLUE_DEFAULT --no-associate-public-ip-address --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --instance-type t3.micro --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=blue}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $INSTANCE_WEB $INSTANCE_APP $INSTANCE_FW $INSTANCE_BLUE

# Target groups
ENI_1=$(aws ec2 create-network-interface --subnet-id $SUBNET_APP --private-ip-address 10.1.2.99 --groups $SG_RED_DEFAULT --query NetworkInterface.NetworkInterfaceId --output text)
ENI_ATTACH_1=$(aws ec2 attach-network-interface --network-interface-id $ENI_1 --instance-id $INSTANCE_APP --device-index 1 --query AttachmentId --output text)
aws ec2 stop-instances --instance-ids $INSTANCE_BLUE

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_RED --vpc-id $VPC_RED
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_BLUE --vpc-id $VPC_BLUE

# Elastic IPs
EIPALLOC_FREE=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
EIPALLOC_BLUE=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)

# Gateways
NAT_1=$(aws ec2 create-nat-gateway --subnet-id $SUBNET_PUB --allocation-id $EIPALLOC_FREE --private-ip-address 10.1.1.4 --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT_1
NAT_2=$(aws ec2 create-nat-gateway --subnet-id $SUBNET_APP --connectivity-type private --private-ip-address 10.1.2.4 --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT_2
aws ec2 assign-private-nat-gateway-address --nat-gateway-id $NAT_2 --private-ip-addresses 10.1.2.51
PCX_1=$(aws ec2 create-vpc-peering-connection --vpc-id $VPC_RED --peer-vpc-id $VPC_BLUE --query VpcPeeringConnection.VpcPeeringConnectionId --output text)
aws ec2 wait vpc-peering-connection-exists --vpc-peering-connection-ids $PCX_1
VGW_1=$(aws ec2 create-vpn-gateway --type ipsec.1 --amazon-side-asn 64512 --query VpnGateway.VpnGatewayId --output text)
DXCON_1=$(aws directconnect create-connection --location EqDC2 --bandwidth 1Gbps --connection-name wire --query connectionId --output text)
DXGW_1=$(aws directconnect create-direct-connect-gateway --direct-connect-gateway-name hub --amazon-side-asn 64512 --query directConnectGateway.directConnectGatewayId --output text)
aws directconnect create-direct-connect-gateway-association --direct-connect-gateway-id $DXGW_1 --gateway-id $VGW_1
DXVIF_1=$(aws directconnect create-private-virtual-interface --connection-id $DXCON_1 --new-private-virtual-interface "virtualInterfaceName=vif,vlan=101,asn=65000,directConnectGatewayId=${DXGW_1}" --query virtualInterfaceId --output text)
VPCE_1=$(aws ec2 create-vpc-endpoint --vpc-endpoint-type Gateway --vpc-id $VPC_RED --service-name com.amazonaws.us-east-1.s3 --policy-document '{"Statement":[]}' --query VpcEndpoint.VpcEndpointId --output text)
ENI_BLUE=$(aws ec2 describe-instances --instance-ids $INSTANCE_BLUE --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 associate-address --allocation-id $EIPALLOC_BLUE --network-interface-id $ENI_BLUE --private-ip-address 172.31.0.10

# Routes
aws ec2 create-route --route-table-id $RTB_PUB --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_RED
aws ec2 modify-vpc-endpoint --vpc-endpoint-id $VPCE_1 --add-route-table-ids $RTB_APP
aws ec2 associate-route-table --route-table-id $RTB_PUB --subnet-id $SUBNET_PUB
