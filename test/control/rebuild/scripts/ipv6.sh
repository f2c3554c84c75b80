# Substrate hosts
HOST_A=$(lab create-host --underlay 100.64.0.11 --query HostId --output text)
HOST_B=$(lab create-host --underlay 100.64.0.12 --query HostId --output text)

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)
aws ec2 associate-vpc-cidr-block --vpc-id $VPC_RED --ipv6-cidr-block 2001:db8:1::/56 --ipv6-pool ipv6pool-ec2-own

# Subnets
SUBNET_WEB=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.1.0/24 --availability-zone us-east-1a --ipv6-cidr-block 2001:db8:1:1::/64 --query Subnet.SubnetId --output text)
SUBNET_APP=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.2.0/24 --availability-zone us-east-1a --ipv6-cidr-block 2001:db8:1:2::/64 --query Subnet.SubnetId --output text)
SUBNET_OLD=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.3.0/24 --availability-zone us-east-1a --ipv6-cidr-block 2001:db8:1:3::/64 --query Subnet.SubnetId --output text)

# Security groups
SG_ALL=$(aws ec2 create-security-group --group-name all --description all --vpc-id $VPC_RED --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_ALL --protocol -1 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id $SG_ALL --ip-permissions 'IpProtocol=-1,Ipv6Ranges=[{CidrIpv6=::/0}]'

# Network ACLs
ACL_APP=$(aws ec2 create-network-acl --vpc-id $VPC_RED --query NetworkAcl.NetworkAclId --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL_APP --ingress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
aws ec2 create-network-acl-entry --network-acl-id $ACL_APP --ingress --rule-number 101 --protocol -1 --rule-action allow --ipv6-cidr-block ::/0
aws ec2 create-network-acl-entry --network-acl-id $ACL_APP --egress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0
aws ec2 create-network-acl-entry --network-acl-id $ACL_APP --egress --rule-number 101 --protocol -1 --rule-action allow --ipv6-cidr-block ::/0
ACLASSOC_APP=$(aws ec2 describe-network-acls --filters "Name=association.subnet-id,Values=${SUBNET_APP}" --query "NetworkAcls[0].Associations[?SubnetId=='${SUBNET_APP}'] | [0].NetworkAclAssociationId" --output text)
aws ec2 replace-network-acl-association --association-id $ACLASSOC_APP --network-acl-id $ACL_APP

# Route tables
RTB_WEB=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_APP=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_OLD=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
INSTANCE_WEB=$(aws ec2 run-instances --subnet-id $SUBNET_WEB --private-ip-address 10.1.1.5 --ipv6-addresses Ipv6Address=2001:db8:1:1::5 --security-group-ids $SG_ALL --placement "HostId=${HOST_A}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_APP=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.1.2.5 --ipv6-addresses Ipv6Address=2001:db8:1:2::5 --security-group-ids $SG_ALL --placement "HostId=${HOST_B}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_OLD=$(aws ec2 run-instances --subnet-id $SUBNET_OLD --private-ip-address 10.1.3.5 --ipv6-addresses Ipv6Address=2001:db8:1:3::5 --security-group-ids $SG_ALL --placement "HostId=${HOST_B}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=old}]' --query 'Instances[0].InstanceId' --output text)

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_RED

# Elastic IPs
EIPALLOC_WEB=$(aws ec2 allocate-address --domain vpc --address 52.0.0.5 --query AllocationId --output text)

# Gateways
EIGW_1=$(aws ec2 create-egress-only-internet-gateway --vpc-id $VPC_RED --query EgressOnlyInternetGateway.EgressOnlyInternetGatewayId --output text)
ENI_WEB=$(aws ec2 describe-instances --instance-ids $INSTANCE_WEB --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 associate-address --allocation-id $EIPALLOC_WEB --network-interface-id $ENI_WEB --private-ip-address 10.1.1.5

# Routes
aws ec2 create-route --route-table-id $RTB_WEB --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_1
aws ec2 create-route --route-table-id $RTB_WEB --destination-ipv6-cidr-block ::/0 --gateway-id $IGW_1
aws ec2 create-route --route-table-id $RTB_APP --destination-ipv6-cidr-block ::/0 --egress-only-internet-gateway-id $EIGW_1
aws ec2 create-route --route-table-id $RTB_OLD --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_1
aws ec2 associate-route-table --route-table-id $RTB_WEB --subnet-id $SUBNET_WEB
aws ec2 associate-route-table --route-table-id $RTB_APP --subnet-id $SUBNET_APP
aws ec2 associate-route-table --route-table-id $RTB_OLD --subnet-id $SUBNET_OLD

# Machines outside
lab create-machine --name client --address 2001:db8:ffff::8
lab create-machine --name client4 --address 198.51.100.8

# The next public address
lab set-public-pool --cidr 203.0.113.0/24 --next 203.0.113.100
