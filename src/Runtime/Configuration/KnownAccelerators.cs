using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers;

/// <summary>Names of the accelerators in <see cref="Accelerators"/>, for attributes.</summary>
public static class KnownAccelerators
{
    /// <summary>NVIDIA V100 SXM2 32GB.</summary>
    public const string V100Sxm232GB = "V100-SXM2-32GB";

    /// <summary>NVIDIA V100 PCIe 32GB.</summary>
    public const string V100Pcie32GB = "V100-PCIe-32GB";

    /// <summary>NVIDIA T4, 16 GB.</summary>
    public const string T4 = "T4";

    /// <summary>NVIDIA A100 SXM 40GB.</summary>
    public const string A100Sxm40GB = "A100-SXM-40GB";

    /// <summary>NVIDIA A100 SXM 80GB.</summary>
    public const string A100Sxm80GB = "A100-SXM-80GB";

    /// <summary>NVIDIA A100 PCIe 40GB.</summary>
    public const string A100Pcie40GB = "A100-PCIe-40GB";

    /// <summary>NVIDIA A100 PCIe 80GB.</summary>
    public const string A100Pcie80GB = "A100-PCIe-80GB";

    /// <summary>NVIDIA A800 SXM 80GB.</summary>
    public const string A800Sxm80GB = "A800-SXM-80GB";

    /// <summary>NVIDIA A10, 24 GB.</summary>
    public const string A10 = "A10";

    /// <summary>NVIDIA A10G, 24 GB.</summary>
    public const string A10G = "A10G";

    /// <summary>NVIDIA A30, 24 GB.</summary>
    public const string A30 = "A30";

    /// <summary>NVIDIA A40, 48 GB.</summary>
    public const string A40 = "A40";

    /// <summary>NVIDIA RTX A6000, 48 GB.</summary>
    public const string RtxA6000 = "RTX-A6000";

    /// <summary>NVIDIA RTX 3090, 24 GB.</summary>
    public const string Rtx3090 = "RTX-3090";

    /// <summary>NVIDIA RTX 4090, 24 GB.</summary>
    public const string Rtx4090 = "RTX-4090";

    /// <summary>NVIDIA RTX 5090, 32 GB.</summary>
    public const string Rtx5090 = "RTX-5090";

    /// <summary>NVIDIA L4, 24 GB.</summary>
    public const string L4 = "L4";

    /// <summary>NVIDIA L40, 48 GB.</summary>
    public const string L40 = "L40";

    /// <summary>NVIDIA L40S, 48 GB.</summary>
    public const string L40S = "L40S";

    /// <summary>NVIDIA H100 SXM, 80 GB.</summary>
    public const string H100Sxm = "H100-SXM";

    /// <summary>NVIDIA H100 PCIe, 80 GB.</summary>
    public const string H100Pcie = "H100-PCIe";

    /// <summary>NVIDIA H100 NVL, 94 GB.</summary>
    public const string H100Nvl = "H100-NVL";

    /// <summary>NVIDIA H200 SXM, 141 GB.</summary>
    public const string H200Sxm = "H200-SXM";

    /// <summary>NVIDIA H200 NVL, 141 GB.</summary>
    public const string H200Nvl = "H200-NVL";

    /// <summary>NVIDIA GH200, 96 GB.</summary>
    public const string GH200 = "GH200";

    /// <summary>NVIDIA H800 SXM, 80 GB.</summary>
    public const string H800Sxm = "H800-SXM";

    /// <summary>NVIDIA H800 PCIe, 80 GB.</summary>
    public const string H800Pcie = "H800-PCIe";

    /// <summary>NVIDIA H20, 96 GB.</summary>
    public const string H20 = "H20";

    /// <summary>NVIDIA RTX PRO 6000, 96 GB.</summary>
    public const string RtxPro6000 = "RTX-PRO-6000";

    /// <summary>NVIDIA B100, 192 GB.</summary>
    public const string B100 = "B100";

    /// <summary>NVIDIA B200 SXM, 180 GB.</summary>
    public const string B200Sxm = "B200-SXM";

    /// <summary>NVIDIA GB200, 186 GB.</summary>
    public const string GB200 = "GB200";

    /// <summary>NVIDIA B300 SXM, 288 GB.</summary>
    public const string B300Sxm = "B300-SXM";

    /// <summary>NVIDIA GB300, 288 GB.</summary>
    public const string GB300 = "GB300";

    /// <summary>AMD MI100, 32 GB.</summary>
    public const string MI100 = "MI100";

    /// <summary>AMD MI210, 64 GB.</summary>
    public const string MI210 = "MI210";

    /// <summary>AMD MI250, 128 GB.</summary>
    public const string MI250 = "MI250";

    /// <summary>AMD MI250X, 128 GB.</summary>
    public const string MI250X = "MI250X";

    /// <summary>AMD MI300A, 128 GB.</summary>
    public const string MI300A = "MI300A";

    /// <summary>AMD MI300X, 192 GB.</summary>
    public const string MI300X = "MI300X";

    /// <summary>AMD MI325X, 256 GB.</summary>
    public const string MI325X = "MI325X";

    /// <summary>AMD MI350X, 288 GB.</summary>
    public const string MI350X = "MI350X";

    /// <summary>AMD MI355X, 288 GB.</summary>
    public const string MI355X = "MI355X";

    /// <summary>Google TPU v2, 16 GB.</summary>
    public const string TpuV2 = "TPU-v2";

    /// <summary>Google TPU v3, 32 GB.</summary>
    public const string TpuV3 = "TPU-v3";

    /// <summary>Google TPU v4, 32 GB.</summary>
    public const string TpuV4 = "TPU-v4";

    /// <summary>Google TPU v5e, 16 GB.</summary>
    public const string TpuV5e = "TPU-v5e";

    /// <summary>Google TPU v5p, 95 GB.</summary>
    public const string TpuV5p = "TPU-v5p";

    /// <summary>Google TPU v6e, 32 GB.</summary>
    public const string TpuV6e = "TPU-v6e";

    /// <summary>Google TPU v7, 192 GB.</summary>
    public const string TpuV7 = "TPU-v7";

    /// <summary>AWS Trainium1, 32 GB.</summary>
    public const string Trainium1 = "Trainium1";

    /// <summary>AWS Trainium2, 96 GB.</summary>
    public const string Trainium2 = "Trainium2";

    /// <summary>AWS Trainium3, 144 GB.</summary>
    public const string Trainium3 = "Trainium3";

    /// <summary>Huawei Ascend 910.</summary>
    public const string Ascend910 = "Ascend-910";

    /// <summary>Huawei Ascend 910C, 128 GB.</summary>
    public const string Ascend910C = "Ascend-910C";

    /// <summary>Intel Gaudi 2, 96 GB.</summary>
    public const string Gaudi2 = "Gaudi-2";

    /// <summary>Intel Gaudi 3, 128 GB.</summary>
    public const string Gaudi3 = "Gaudi-3";
}
