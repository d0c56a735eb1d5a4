package io.tcsstamp.workload;
class WorkloadTest {}
