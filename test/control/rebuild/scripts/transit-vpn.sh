# Substrate hosts
HOST_A=$(lab create-host --underlay 100.64.0.11 --query HostId --output text)

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
INSTANCE_RED=$(aws ec2 run-instances --subnet-id $SUBNET_RED --private-ip-address 10.1.1.5 --security-group-ids $SG_RED --placement "HostId=${HOST_A}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=red}]' --query 'Instances[0].InstanceId' --output text)

# Gateways
CGW_1=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 192.0.2.9 --bgp-asn 65000 --query CustomerGateway.CustomerGatewayId --output text)
SITE_HQ=$(lab create-site --public-ip 192.0.2.9 --cidr-blocks 172.16.0.0/16 --bgp-asn 65000 --query SiteId --output text)
TGW_1=$(aws ec2 create-transit-gateway --options AmazonSideAsn=64512,DefaultRouteTableAssociation=enable,DefaultRouteTablePropagation=enable --query TransitGateway.TransitGatewayId --output text)
TGW_ATTACH_RED=$(aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id $TGW_1 --vpc-id $VPC_RED --subnet-ids $SUBNET_TGW --query TransitGatewayVpcAttachment.TransitGatewayAttachmentId --output text)
VPN_1=$(aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW_1 --transit-gateway-id $TGW_1 --options StaticRoutesOnly=false --query VpnConnection.VpnConnectionId --output text)
TGW_ATTACH_VPN=$(aws ec2 describe-transit-gateway-attachments --filters "Name=resource-id,Values=${VPN_1}" --query 'TransitGatewayAttachments[0].TransitGatewayAttachmentId' --output text)
lab set-site-route --site-id $SITE_HQ --destination-cidr-block 0.0.0.0/0 --target isp
lab advertise-prefix --site-id $SITE_HQ --prefix 172.16.0.0/16

# Routes
aws ec2 create-route --route-table-id $RTB_RED --destination-cidr-block 172.16.0.0/12 --transit-gateway-id $TGW_1
aws ec2 associate-route-table --route-table-id $RTB_RED --subnet-id $SUBNET_RED

# Machines outside
lab create-machine --name hq --address 172.16.0.9 --site $SITE_HQ

# The next public address
lab set-public-pool --cidr 203.0.113.0/24 --next 203.0.113.100
