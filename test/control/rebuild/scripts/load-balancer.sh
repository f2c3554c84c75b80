# Substrate hosts
HOST_A=$(lab create-host --underlay 100.64.0.11 --query HostId --output text)
HOST_B=$(lab create-host --underlay 100.64.0.12 --query HostId --output text)

# VPCs
VPC_RED=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text)

# Subnets
SUBNET_PUB_A=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.1.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_PUB_B=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.11.0/24 --availability-zone us-east-1b --query Subnet.SubnetId --output text)
SUBNET_APP_A=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.2.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
SUBNET_APP_B=$(aws ec2 create-subnet --vpc-id $VPC_RED --cidr-block 10.1.12.0/24 --availability-zone us-east-1b --query Subnet.SubnetId --output text)

# Security groups
SG_WEB=$(aws ec2 create-security-group --group-name web --description web --vpc-id $VPC_RED --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $SG_WEB --protocol tcp --port 0-65535 --cidr 0.0.0.0/0

# Route tables
RTB_PUB=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)
RTB_APP=$(aws ec2 create-route-table --vpc-id $VPC_RED --query RouteTable.RouteTableId --output text)

# Internet gateways
IGW_1=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)

# Instances and network interfaces
INSTANCE_WEB_1=$(aws ec2 run-instances --subnet-id $SUBNET_APP_A --private-ip-address 10.1.2.21 --security-group-ids $SG_WEB --placement "HostId=${HOST_A}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-1}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_WEB_2=$(aws ec2 run-instances --subnet-id $SUBNET_APP_A --private-ip-address 10.1.2.22 --security-group-ids $SG_WEB --placement "HostId=${HOST_B}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-2}]' --query 'Instances[0].InstanceId' --output text)
INSTANCE_API=$(aws ec2 run-instances --subnet-id $SUBNET_APP_B --private-ip-address 10.1.12.30 --security-group-ids $SG_WEB --placement "HostId=${HOST_B}" --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=api}]' --query 'Instances[0].InstanceId' --output text)

# Target groups
TG_WEB=$(aws elbv2 create-target-group --name web --protocol TCP --port 443 --vpc-id $VPC_RED --target-type instance --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 register-targets --target-group-arn $TG_WEB --targets "Id=${INSTANCE_WEB_1}" "Id=${INSTANCE_WEB_2}"
TG_API=$(aws elbv2 create-target-group --name api --protocol TCP --port 8080 --vpc-id $VPC_RED --target-type ip --query 'TargetGroups[0].TargetGroupArn' --output text)
aws elbv2 register-targets --target-group-arn $TG_API --targets "Id=10.1.12.30"

# Internet gateways in their places
aws ec2 attach-internet-gateway --internet-gateway-id $IGW_1 --vpc-id $VPC_RED

# Elastic IPs
EIPALLOC_NLB_A=$(aws ec2 allocate-address --domain vpc --address 203.0.113.80 --query AllocationId --output text)
EIPALLOC_NLB_B=$(aws ec2 allocate-address --domain vpc --address 203.0.113.81 --query AllocationId --output text)
EIPALLOC_NAT=$(aws ec2 allocate-address --domain vpc --address 203.0.113.50 --query AllocationId --output text)

# Gateways
NAT_1=$(aws ec2 create-nat-gateway --subnet-id $SUBNET_PUB_A --allocation-id $EIPALLOC_NAT --private-ip-address 10.1.1.50 --query NatGateway.NatGatewayId --output text)
NLB_1=$(aws elbv2 create-load-balancer --name web --type network --scheme internet-facing --subnet-mappings "SubnetId=${SUBNET_PUB_A},AllocationId=${EIPALLOC_NLB_A},PrivateIPv4Address=10.1.1.80" "SubnetId=${SUBNET_PUB_B},AllocationId=${EIPALLOC_NLB_B},PrivateIPv4Address=10.1.11.80" --query 'LoadBalancers[0].LoadBalancerArn' --output text)
aws elbv2 create-listener --load-balancer-arn $NLB_1 --protocol TCP --port 443 --default-actions "Type=forward,TargetGroupArn=${TG_WEB}"
aws elbv2 create-listener --load-balancer-arn $NLB_1 --protocol TCP --port 8443 --default-actions "Type=forward,TargetGroupArn=${TG_API}"

# Routes
aws ec2 create-route --route-table-id $RTB_PUB --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW_1
aws ec2 create-route --route-table-id $RTB_APP --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_1
aws ec2 associate-route-table --route-table-id $RTB_PUB --subnet-id $SUBNET_PUB_A
aws ec2 associate-route-table --route-table-id $RTB_PUB --subnet-id $SUBNET_PUB_B
aws ec2 associate-route-table --route-table-id $RTB_APP --subnet-id $SUBNET_APP_A
aws ec2 associate-route-table --route-table-id $RTB_APP --subnet-id $SUBNET_APP_B

# Machines outside
lab create-machine --name client --address 198.51.100.8

# The next public address
lab set-public-pool --cidr 203.0.113.0/24 --next 203.0.113.100
