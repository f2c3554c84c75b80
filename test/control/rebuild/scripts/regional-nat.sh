# Substrate hosts
HOST_A=$(lab create-host --underlay 100.64.0.11 --query HostId --output text)
HOST_B=$(lab create-host --underlay 100.64.0.12 --query HostId --output text)
HOST_C=$(lab create-host --underlay 100.64.0.13 --query HostId --output text)

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_APP_A=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.3.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_APP_B=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.4.0/24 --availability-zone us-east-1b --query Subnet.SubnetId --output text)
SUBNET_APP_C=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.5.0/24 --availability-zone us-east-1c --query Subnet.SubnetId --output text)

# Security groups
SG_RED_DEFAULT=$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=${VPC_RED}" Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 revoke-security-group-ingress --group-id $SG_RED_DEFAULT --protocol -1 --source-group $SG_RED_DEFAULT

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
INSTANCE_APP_A=$(aws ec2 run-instances --subnet-id $SUBNET_APP_A --private-ip-address 10.1.3.20 --security-group-ids $SG_RED_DEFAULT --placement "HostId=${HOST_A}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-a}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_APP_B=$(aws ec2 run-instances --subnet-id $SUBNET_APP_B --private-ip-address 10.1.4.20 --security-group-ids $SG_RED_DEFAULT --placement "HostId=${HOST_B}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-b}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_APP_C=$(aws ec2 run-instances --subnet-id $SUBNET_APP_C --private-ip-address 10.1.5.20 --security-group-ids $SG_RED_DEFAULT --placement "HostId=${HOST_C}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-c}]' --query 'Instances[0].InstanceId' --output text)

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_RED

# Elastic IPs
EIPALLOC_A=$(aws ec2 allocate-address --domain vpc --address 203.0.113.50 --query AllocationId --output text)
EIPALLOC_B=$(aws ec2 allocate-address --domain vpc --address 203.0.113.60 --query AllocationId --output text)

# Gateways
NAT_R=$(aws ec2 create-nat-gateway --vpc-id $VPC_RED --availability-mode regional --availability-zone-addresses "{\"AvailabilityZone\":\"us-east-1a\",\"AllocationIds\":[\"${EIPALLOC_A}\"]}" "{\"AvailabilityZone\":\"us-east-1b\",\"AllocationIds\":[\"${EIPALLOC_B}\"]}" --query NatGateway.NatGatewayId --output text)

# Routes
RTB_MAIN=$(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=${VPC_RED}" Name=association.main,Values=true --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 create-route --route-table-id $RTB_MAIN --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_R

# Machines outside
lab create-machine --name client --address 198.51.100.8

# The next public address
lab set-public-pool --cidr 203.0.113.0/24 --next 203.0.113.100
