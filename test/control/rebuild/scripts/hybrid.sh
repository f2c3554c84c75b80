# Substrate hosts
HOST_A=$(lab create-host --underlay 100.64.0.11 --query HostId --output text)

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
INSTANCE_APP=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.1.2.20 --security-group-ids $SG_APP --placement "HostId=${HOST_A}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]' --query 'Instances[0].InstanceId' --output text)

# Gateways
VGW_1=$(aws ec2 create-vpn-gateway --type ipsec.1 --amazon-side-asn 64512 --query VpnGateway.VpnGatewayId --output text)
aws ec2 attach-vpn-gateway --vpn-gateway-id $VGW_1 --vpc-id $VPC_RED
CGW_1=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 192.0.2.9 --bgp-asn 65000 --query CustomerGateway.CustomerGatewayId --output text)
CGW_2=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 192.0.2.10 --bgp-asn 65001 --query CustomerGateway.CustomerGatewayId --output text)
CGW_3=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 192.0.2.9 --bgp-asn 65003 --query CustomerGateway.CustomerGatewayId --output text)
SITE_HQ=$(lab create-site --public-ip 192.0.2.9 --cidr-blocks 172.16.0.0/16 192.0.2.192/26 --bgp-asn 65000 --query SiteId --output text)
SITE_BRANCH=$(lab create-site --public-ip 192.0.2.10 --cidr-blocks 172.20.0.0/16 --bgp-asn 65000 --query SiteId --output text)
VPN_1=$(aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW_3 --vpn-gateway-id $VGW_1 --options StaticRoutesOnly=true --query VpnConnection.VpnConnectionId --output text)
aws ec2 create-vpn-connection-route --vpn-connection-id $VPN_1 --destination-cidr-block 172.16.0.0/16
VPN_2=$(aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW_1 --vpn-gateway-id $VGW_1 --options StaticRoutesOnly=false --query VpnConnection.VpnConnectionId --output text)
VPN_3=$(aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW_2 --vpn-gateway-id $VGW_1 --options StaticRoutesOnly=false --query VpnConnection.VpnConnectionId --output text)
DXCON_1=$(aws directconnect create-connection --location EqDC2 --bandwidth 1Gbps --connection-name wire --query connectionId --output text)
lab lay-wire --connection-id $DXCON_1 --site-id $SITE_HQ
DXVIF_1=$(aws directconnect create-private-virtual-interface --connection-id $DXCON_1 --new-private-virtual-interface "virtualInterfaceName=vif,vlan=101,asn=65000,virtualGatewayId=${VGW_1}" --query virtualInterfaceId --output text)
DXVIF_2=$(aws directconnect create-public-virtual-interface --connection-id $DXCON_1 --new-public-virtual-interface "virtualInterfaceName=vif,vlan=102,asn=65000,routeFilterPrefixes=[{cidr=192.0.2.192/26}]" --query virtualInterfaceId --output text)
lab set-site-route --site-id $SITE_HQ --destination-cidr-block 10.1.0.0/16 --target $VPN_1 --backup
lab set-site-route --site-id $SITE_HQ --destination-cidr-block 0.0.0.0/0 --target isp
lab advertise-prefix --site-id $SITE_HQ --prefix 172.16.0.0/16 --over $DXVIF_1
lab advertise-prefix --site-id $SITE_HQ --prefix 172.16.5.0/24 --over $VPN_2
lab set-site-translation --site-id $SITE_HQ --over $DXVIF_2 --address 192.0.2.200
lab set-site-route --site-id $SITE_BRANCH --destination-cidr-block 0.0.0.0/0 --target isp
lab advertise-prefix --site-id $SITE_BRANCH --prefix 172.20.0.0/16

# Routes
aws ec2 enable-vgw-route-propagation --route-table-id $RTB_APP --gateway-id $VGW_1
aws ec2 associate-route-table --route-table-id $RTB_APP --subnet-id $SUBNET_APP

# Machines outside
lab create-machine --name hq --address 172.16.0.9 --site $SITE_HQ
lab create-machine --name lab --address 172.16.5.9 --site $SITE_HQ
lab create-machine --name branch --address 172.20.0.7 --site $SITE_BRANCH
lab create-machine --name bucket --address 198.18.4.20 --service s3
lab create-machine --name client --address 198.51.100.8

# The next public address
lab set-public-pool --cidr 203.0.113.0/24 --next 203.0.113.100
