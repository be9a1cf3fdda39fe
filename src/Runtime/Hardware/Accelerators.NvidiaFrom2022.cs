namespace ScalingAnalyzers.Hardware;

public static partial class Accelerators
{
    // NVIDIA, Hopper and later: dense peaks, FLOP/s; memory as sold. Where Verified contains "recalled", the figure was
    // not seen in a source.
    private static Accelerator[] NvidiaFrom2022() =>
    [
        new("H100-SXM", "NVIDIA", 2022)
        {
            FP16 = 989.4e12, BF16 = 989.4e12, FP8 = 1978.9e12, TF32 = 494.7e12, MemoryBytes = 80_000_000_000,
            BandwidthBytesPerSecond = 3350e9, TdpWatts = 700,
            Source = "stas00/ml-engineering accelerator README; karpathy/nanochat common.py (vendor datasheets)",
            Verified = "yes",
            Note = "datasheet headline 1979/3958 is with sparsity",
        },
        new("H100-PCIe", "NVIDIA", 2022)
        {
            FP16 = 756e12, BF16 = 756e12, FP8 = 1513e12, TF32 = 378e12, MemoryBytes = 80_000_000_000, BandwidthBytesPerSecond = 2000e9,
            TdpWatts = 350,
            Source = "stas00/ml-engineering accelerator README; karpathy/nanochat common.py; pytorch-lightning throughput.py",
            Verified = "yes (tdp recalled)",
        },
        new("H100-NVL", "NVIDIA", 2023)
        {
            FP16 = 835.5e12, BF16 = 835.5e12, FP8 = 1670.5e12, TF32 = 417.5e12, MemoryBytes = 94_000_000_000,
            BandwidthBytesPerSecond = 3938e9, TdpWatts = 400,
            Source = "karpathy/nanochat common.py; pytorch-lightning throughput.py",
            Verified = "peak, tf32 yes; rest recalled",
            Note = "per GPU; older sheets quote the pair (188 GB, 7.8 TB/s)",
        },
        new("H200-SXM", "NVIDIA", 2024)
        {
            FP16 = 989.4e12, BF16 = 989.4e12, FP8 = 1978.9e12, TF32 = 494.7e12, MemoryBytes = 141_000_000_000,
            BandwidthBytesPerSecond = 4800e9, TdpWatts = 700,
            Source = "stas00/ml-engineering accelerator README; karpathy/nanochat common.py",
            Verified = "yes (tdp recalled)",
        },
        new("H200-NVL", "NVIDIA", 2024)
        {
            FP16 = 836e12, BF16 = 836e12, FP8 = 1671e12, TF32 = 418e12, MemoryBytes = 141_000_000_000, BandwidthBytesPerSecond = 4800e9,
            TdpWatts = 600,
            Source = "karpathy/nanochat common.py; pytorch-lightning throughput.py",
            Verified = "peak yes; rest recalled",
            Note = "lightning lists 840",
        },
        new("GH200", "NVIDIA", 2023)
        {
            FP16 = 989.4e12, BF16 = 989.4e12, FP8 = 1978.9e12, TF32 = 494.7e12, MemoryBytes = 96_000_000_000,
            BandwidthBytesPerSecond = 4000e9, TdpWatts = 1000,
            Source = "stas00/ml-engineering accelerator README",
            Verified = "yes (tdp recalled)",
            Note = "144/141 GB HBM3e variant 4.8-4.9 TB/s; TDP is the whole superchip, configurable",
        },
        new("H800-SXM", "NVIDIA", 2023)
        {
            FP16 = 989.4e12, BF16 = 989.4e12, FP8 = 1978.9e12, TF32 = 494.7e12, MemoryBytes = 80_000_000_000,
            BandwidthBytesPerSecond = 3350e9, TdpWatts = 700,
            Source = "karpathy/nanochat common.py",
            Verified = "conflict: see note; recalled",
            Note = "H100 with NVLink cut to 400 GB/s; nanochat lists 756 for \"h800\" and 989 for \"h800 nvl\"",
        },
        new("H800-PCIe", "NVIDIA", 2023)
        {
            FP16 = 756e12, BF16 = 756e12, FP8 = 1513e12, TF32 = 378e12, MemoryBytes = 80_000_000_000, BandwidthBytesPerSecond = 2000e9,
            TdpWatts = 350,
            Source = "karpathy/nanochat common.py",
            Verified = "peak yes; rest recalled",
        },
        new("H20", "NVIDIA", 2023)
        {
            FP16 = 148e12, BF16 = 148e12, FP8 = 296e12, TF32 = 74e12, MemoryBytes = 96_000_000_000, BandwidthBytesPerSecond = 4000e9,
            TdpWatts = 400,
            Source = "recalled",
            Verified = "recalled",
        },
        new("RTX-PRO-6000", "NVIDIA", 2025)
        {
            FP16 = 503.8e12, BF16 = 503.8e12, FP8 = 1007.6e12, TF32 = 251.9e12, FP4 = 2015e12, INT8 = 1007.6e12,
            MemoryBytes = 96_000_000_000, BandwidthBytesPerSecond = 1792e9, TdpWatts = 600,
            Source = "hmc-tech.com, RTX PRO 6000 Blackwell; VideoCardz, memory and power",
            Verified = "yes",
            Note = "workstation edition; with FP32 accumulate; the advertised 4,000 TOPS are FP4 with sparsity",
        },
        new("B100", "NVIDIA", 2024)
        {
            FP16 = 1800e12, BF16 = 1800e12, FP8 = 3500e12, TF32 = 900e12, MemoryBytes = 192_000_000_000, BandwidthBytesPerSecond = 8000e9,
            TdpWatts = 700,
            Source = "karpathy/nanochat common.py",
            Verified = "peak, bandwidth yes; rest recalled",
            Note = "NVIDIA sheet: 1.75 PF dense BF16; S2 rounds to 1.8",
        },
        new("B200-SXM", "NVIDIA", 2024)
        {
            FP16 = 2250e12, BF16 = 2250e12, FP8 = 4500e12, TF32 = 1125e12, FP4 = 9000e12, MemoryBytes = 180_000_000_000,
            BandwidthBytesPerSecond = 8000e9, TdpWatts = 1000,
            Source = "stas00/ml-engineering accelerator README; karpathy/nanochat common.py",
            Verified = "yes (tdp recalled)",
            Note = "192 GB physical; HGX lists 180 GB usable and 7.7-8 TB/s",
        },
        new("GB200", "NVIDIA", 2024)
        {
            FP16 = 2500e12, BF16 = 2500e12, FP8 = 5000e12, TF32 = 1250e12, MemoryBytes = 186_000_000_000, BandwidthBytesPerSecond = 8000e9,
            TdpWatts = 1200,
            Source = "stas00/ml-engineering accelerator README; karpathy/nanochat common.py",
            Verified = "yes (tdp recalled)",
        },
        new("B300-SXM", "NVIDIA", 2025)
        {
            FP16 = 2250e12, BF16 = 2250e12, FP8 = 4500e12, TF32 = 1125e12, MemoryBytes = 288_000_000_000, BandwidthBytesPerSecond = 8000e9,
            TdpWatts = 1100,
            Source = "stas00/ml-engineering accelerator README",
            Verified = "yes (tdp recalled)",
            Note = "FP4 dense ~13500-15000; FP64/INT8 cut",
        },
        new("GB300", "NVIDIA", 2025)
        {
            FP16 = 2500e12, BF16 = 2500e12, FP8 = 5000e12, TF32 = 1250e12, FP4 = 15_000e12, MemoryBytes = 288_000_000_000,
            BandwidthBytesPerSecond = 8000e9, TdpWatts = 1400,
            Source = "stas00/ml-engineering accelerator README",
            Verified = "peak yes; rest recalled",
        },
    ];
}
