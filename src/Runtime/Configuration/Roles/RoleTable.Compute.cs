using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

internal static partial class RoleTable
{
    // The law of the run, its hardware, and its budget.
    private static IReadOnlyList<RoleRow> Compute =>
    [
        new(ConfigRole.Law, RoleKind.Text)
        {
            Metadata = "Law", IsArgument = true,
            Names =
            [
                .. Own("Law", "ScalingLaw"),
            ],
        },
        new(ConfigRole.Intent, RoleKind.Choice)
        {
            Metadata = "Intent", IsArgument = true,
            Relatives = ["Indent"],
            Names =
            [
                .. Own("Intent", "TrainingIntent"),
            ],
        },
        new(ConfigRole.Stage, RoleKind.Choice)
        {
            Metadata = "Stage", IsArgument = true,
            Names =
            [
                .. Own("Stage", "TrainingStage"),
            ],
        },
        new(ConfigRole.Accelerator, RoleKind.Text)
        {
            Metadata = "Accelerator", IsArgument = true,
            Relatives = ["Devices", "accelerate"],
            Names =
            [
                .. Own("Accelerator", "AcceleratorName", "Gpu", "GpuName", "GpuType", "Device"),
            ],
        },
        new(ConfigRole.AcceleratorCount, RoleKind.Count)
        {
            Unit = "accelerators", Metadata = "AcceleratorCount", IsArgument = true, MinusOneIsUnset = true,
            Relatives = ["NumCpus", "CpuCount"],
            Names =
            [
                .. Own("AcceleratorCount", "NumAccelerators", "NumberOfAccelerators", "Accelerators", "TotalAccelerators", "GpuCount",
                    "NumGpus", "NumberOfGpus", "Gpus", "TotalGpus", "ChipCount", "NumChips", "NumberOfChips", "TpuCount", "NumTpus"),
                .. Trainers("n_gpus"),
            ],
        },
        new(ConfigRole.NodeCount, RoleKind.Count)
        {
            Unit = "nodes", Metadata = "NodeCount", MinusOneIsUnset = true,
            Relatives = ["Notes", "Modes", "Codes"],
            Names =
            [
                .. Own("NodeCount", "NumNodes", "NumberOfNodes", "Nodes"),
                .. Trainers("n_nodes"),
            ],
        },
        new(ConfigRole.AcceleratorsPerNode, RoleKind.Count)
        {
            Unit = "accelerators", Metadata = "AcceleratorsPerNode", MinusOneIsUnset = true,
            Names =
            [
                .. Own("AcceleratorsPerNode", "GpusPerNode", "NumGpusPerNode", "DevicesPerNode", "ChipsPerNode"),
                .. Trainers("n_gpus_per_node"),
            ],
        },
        new(ConfigRole.Utilization, RoleKind.Amount)
        {
            Unit = "share of the peak", Metadata = "Utilization", IsArgument = true,
            Names =
            [
                .. Own("Utilization", "Utilisation", "ModelFlopsUtilization", "ModelFlopsUtilisation", "Mfu"),
            ],
        },
        new(ConfigRole.UtilizationBasis, RoleKind.Choice)
        {
            Metadata = "UtilizationBasis",
            Names =
            [
                .. Own("UtilizationBasis", "UtilisationBasis", "MfuBasis"),
            ],
        },
        new(ConfigRole.TokensPerSecondPerAccelerator, RoleKind.Amount)
        {
            Unit = "tokens per second", Metadata = "TokensPerSecondPerAccelerator",
            Names =
            [
                .. Own("TokensPerSecondPerAccelerator", "TokensPerSecondPerGpu", "TokensPerSecondPerDevice", "TokensPerSecondPerChip",
                    "TokensPerGpuPerSecond"),
                .. Trainers("tokens_per_sec_per_gpu"),
            ],
        },
        new(ConfigRole.Availability, RoleKind.Amount)
        {
            Unit = "share of the wall time", Metadata = "Availability",
            Names =
            [
                .. Own("Availability", "Goodput"),
            ],
        },
        new(ConfigRole.HostPowerFactor, RoleKind.Amount)
        {
            Unit = "times the accelerators' power", Metadata = "HostPowerFactor",
            Names =
            [
                .. Own("HostPowerFactor"),
            ],
        },
        new(ConfigRole.PowerUsageEffectiveness, RoleKind.Amount)
        {
            Unit = "times the computers' power", Metadata = "PowerUsageEffectiveness",
            Names =
            [
                .. Own("PowerUsageEffectiveness", "Pue"),
            ],
        },
        new(ConfigRole.Precision, RoleKind.Choice)
        {
            Metadata = "Precision", IsArgument = true,
            Names =
            [
                .. Own("Precision", "NumericFormat"),
                .. NanoGpt("dtype"),
                .. HuggingFace("torch_dtype"),
            ],
        },
        new(ConfigRole.ServingPrecision, RoleKind.Choice)
        {
            Metadata = "ServingPrecision",
            Names =
            [
                .. Own("ServingPrecision", "InferencePrecision"),
            ],
        },
        new(ConfigRole.Recomputation, RoleKind.Choice)
        {
            Metadata = "Recomputation",
            Names =
            [
                .. Own("Recomputation", "ActivationRecomputation", "ActivationCheckpointing", "UseActivationCheckpointing"),
                .. HuggingFace("gradient_checkpointing"),
                .. Megatron("recompute_granularity"),
            ],
        },
        new(ConfigRole.GradientPrecision, RoleKind.Choice)
        {
            Metadata = "GradientPrecision",
            Names =
            [
                .. Own("GradientPrecision", "GradientDtype", "GradDtype", "Fp32Gradients", "GradientsInFp32"),
                .. Megatron("accumulate_allreduce_grads_in_fp32"),
                .. Trainers("accumulate_grad_in_fp32"),
            ],
        },
        new(ConfigRole.PeakFlopsPerSecond, RoleKind.Amount)
        {
            Unit = "FLOP/s", Metadata = "PeakFlopsPerSecond", IsArgument = true,
            Names =
            [
                .. Own("PeakFlopsPerSecond", "PeakFlops", "PeakFlopsPerAccelerator", "PeakFlopsPerGpu", "PeakFlopsPerDevice",
                    "PeakFlopsPerChip"),
                .. Trainers("gpu_peak_flops"),
                .. NanoGpt("flops_promised"),
                .. Own("PeakTflops", "PeakTeraflops", "PeakTflopsPerAccelerator", "PeakTflopsPerGpu", "PeakTflopsPerDevice",
                    "PeakTflopsPerChip"),
                .. Trainers("gpu_peak_tflops"),
                .. Own("PeakPetaflops"),
            ],
        },
        new(ConfigRole.PricePerAcceleratorHour, RoleKind.Amount)
        {
            Unit = "money an hour", ZeroIsNone = true, Metadata = "PricePerAcceleratorHour", IsArgument = true,
            Names =
            [
                .. Own("PricePerAcceleratorHour", "PricePerGpuHour", "GpuHourPrice", "HourlyPrice"),
            ],
        },
        new(ConfigRole.AcceleratorHours, RoleKind.Amount)
        {
            Unit = "hours", Metadata = "AcceleratorHours",
            Names =
            [
                .. Own("AcceleratorHours", "GpuHours"),
            ],
        },
        new(ConfigRole.MaxFlops, RoleKind.Amount)
        {
            Unit = "FLOPs", Metadata = "MaxFlops", IsArgument = true,
            Names =
            [
                .. Own("MaxFlops", "FlopBudget", "FlopsBudget", "MaxTrainingFlops"),
            ],
        },
        new(ConfigRole.MaxAcceleratorHours, RoleKind.Amount)
        {
            Unit = "hours", Metadata = "MaxAcceleratorHours", IsArgument = true,
            Names =
            [
                .. Own("MaxAcceleratorHours", "MaxGpuHours"),
            ],
        },
        new(ConfigRole.MaxCost, RoleKind.Amount)
        {
            Unit = "money", Metadata = "MaxCost", IsArgument = true,
            Names =
            [
                .. Own("MaxCost", "CostBudget"),
            ],
        },
        new(ConfigRole.MaxDays, RoleKind.Amount)
        {
            Unit = "days", Metadata = "MaxDays", IsArgument = true,
            Names =
            [
                .. Own("MaxDays", "MaxWallClockDays"),
            ],
        },
        new(ConfigRole.TargetLoss, RoleKind.Amount)
        {
            Unit = "nats per token", Metadata = "TargetLoss", IsArgument = true,
            Names =
            [
                .. Own("TargetLoss", "LossTarget"),
            ],
        },
        new(ConfigRole.Justification, RoleKind.Text)
        {
            Metadata = "Justification", IsArgument = true,
            Names =
            [
                .. Own("Justification"),
            ],
        },
    ];
}
