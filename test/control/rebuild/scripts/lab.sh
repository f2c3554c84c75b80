# Substrate hosts
HOST_A=$(lab create-host --underlay 100.64.0.11 --query HostId --output text)
HOST_B=$(lab create-host --underlay 100.64.0.12 --query HostId --output text)

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)
VPC_BLUE=$(aws ec2 create-vpc --cidr-block 172.31.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_PUB=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_APP=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.2.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_BLUE=$(aws ec2 create-subnet --vpc-id $VPC_BLUE --cidr-block 172.31.0.0/20 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
aws ec2 modify-subnet-attribute --subnet-id $SUBNET_BLUE --map-public-ip-on-launch

# Route tables
RTB_PUB=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_APP=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_RED=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
IGW_BLUE=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
IGW_SPARE=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
lab set-public-pool --cidr 203.0.113.0/24 --next 203.0.113.77
SG_RED_DEFAULT=$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=${VPC_RED}" Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
INSTANCE_WEB=$(aws ec2 run-instances --subnet-id $SUBNET_PUB --private-ip-address 10.1.1.10 --security-group-ids $SG_RED_DEFAULT --associate-public-ip-address --placement "HostId=${HOST_A}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_APP=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.1.2.20 --security-group-ids $SG_RED_DEFAULT --placement "HostId=${HOST_B}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_FW=$(aws ec2 run-instances --subnet-id $SUBNET_APP --private-ip-address 10.1.2.30 --security-group-ids $SG_RED_DEFAULT --placement "HostId=${HOST_B}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=fw}]' --query 'Instances[0].InstanceId' --output text)
ENI_FW=$(aws ec2 describe-instances --instance-ids $INSTANCE_FW --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 assign-private-ip-addresses --network-interface-id $ENI_FW --private-ip-addresses 10.1.2.31
SG_BLUE_DEFAULT=$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=${VPC_BLUE}" Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
INSTANCE_BLUE=$(aws ec2 run-instances --subnet-id $SUBNET_BLUE --private-ip-address 172.31.0.10 --security-group-ids $SG_BLUE_DEFAULT --no-associate-public-ip-address --placement "HostId=${HOST_A}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=blue}]' --query 'Instances[0].InstanceId' --output text)

# Target groups
lab set-forwarding --instance-id $INSTANCE_FW --forwarding router

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_RED --vpc-id $VPC_RED
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_BLUE --vpc-id $VPC_BLUE

# Elastic IPs
EIPALLOC_FREE=$(aws ec2 allocate-address --domain vpc --address 203.0.113.9 --query AllocationId --output text)
EIPALLOC_BLUE=$(aws ec2 allocate-address --domain vpc --address 203.0.113.10 --query AllocationId --output text)

# Gateways
ENI_BLUE=$(aws ec2 describe-instances --instance-ids $INSTANCE_BLUE --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 associate-address --allocation-id $EIPALLOC_BLUE --network-interface-id $ENI_BLUE --private-ip-address 172.31.0.10

# Routes
aws ec2 create-route --route-table-id $RTB_PUB --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_RED
aws ec2 associate-route-table --route-table-id $RTB_PUB --subnet-id $SUBNET_PUB

# What runs on the instances
lab put-application --machine $INSTANCE_WEB --application '{"listeners":[{"protocol":"tcp","port":443,"bind":"203.0.113.77"}],"records":{"partner":"192.0.2.80"}}'

# Machines outside
lab create-machine --name partner --address 192.0.2.80
lab put-application --machine partner --application '{"allowedSources":["10.1.1.10/32"]}'

# Frames on the wire
FRAME_1=$(lab create-frame --from-host $HOST_A --to-host $HOST_B --vpc-id $VPC_RED --source 10.1.1.10 --destination 10.1.2.20 --protocol tcp --port 443 --query FrameId --output text)

# The next public address
lab set-public-pool --cidr 203.0.113.0/24 --next 203.0.113.100
