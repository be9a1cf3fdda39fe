namespace ScalingAnalyzers.Hardware;

public static partial class Accelerators
{
    // NVIDIA, Volta to Ada: dense peaks, FLOP/s; memory as sold. Where Verified contains "recalled", the figure was not
    // seen in a source.
    private static Accelerator[] NvidiaUpTo2022() =>
    [
        new("V100-SXM2-32GB", "NVIDIA", 2017)
        {
            FP16 = 125e12, MemoryBytes = 32_000_000_000, BandwidthBytesPerSecond = 900e9, TdpWatts = 300,
            Source = "cli99/llm-analysis gpu_configs (vendor datasheets)",
            Verified = "yes",
            Note = "FP16 only: no BF16, no TF32; 16 GB variant otherwise equal",
        },
        new("V100-PCIe-32GB", "NVIDIA", 2017)
        {
            FP16 = 112e12, MemoryBytes = 32_000_000_000, BandwidthBytesPerSecond = 900e9, TdpWatts = 250,
            Source = "cli99/llm-analysis gpu_configs",
            Verified = "yes (tdp recalled)",
            Note = "FP16 only",
        },
        new("T4", "NVIDIA", 2018)
        {
            FP16 = 65e12, MemoryBytes = 16_000_000_000, BandwidthBytesPerSecond = 320e9, TdpWatts = 70,
            Source = "pytorch-lightning throughput.py",
            Verified = "peak yes; rest recalled",
            Note = "FP16 only",
        },
        new("A100-SXM-40GB", "NVIDIA", 2020)
        {
            FP16 = 312e12, BF16 = 312e12, TF32 = 156e12, MemoryBytes = 40_000_000_000, BandwidthBytesPerSecond = 1555e9, TdpWatts = 400,
            Source = "stas00/ml-engineering accelerator README; cli99/llm-analysis gpu_configs (vendor datasheets)",
            Verified = "yes",
            Note = "no FP8: the ml-engineering page prints an FP8 row of 624 for A100 in one table, which is INT8",
        },
        new("A100-SXM-80GB", "NVIDIA", 2020)
        {
            FP16 = 312e12, BF16 = 312e12, TF32 = 156e12, MemoryBytes = 80_000_000_000, BandwidthBytesPerSecond = 2039e9, TdpWatts = 400,
            Source = "stas00/ml-engineering accelerator README; cli99/llm-analysis gpu_configs (vendor datasheets)",
            Verified = "yes",
        },
        new("A100-PCIe-40GB", "NVIDIA", 2020)
        {
            FP16 = 312e12, BF16 = 312e12, TF32 = 156e12, MemoryBytes = 40_000_000_000, BandwidthBytesPerSecond = 1555e9, TdpWatts = 250,
            Source = "cli99/llm-analysis gpu_configs",
            Verified = "yes (tdp recalled)",
        },
        new("A100-PCIe-80GB", "NVIDIA", 2021)
        {
            FP16 = 312e12, BF16 = 312e12, TF32 = 156e12, MemoryBytes = 80_000_000_000, BandwidthBytesPerSecond = 1935e9, TdpWatts = 300,
            Source = "stas00/ml-engineering accelerator README; cli99/llm-analysis gpu_configs",
            Verified = "yes (tdp recalled)",
        },
        new("A800-SXM-80GB", "NVIDIA", 2022)
        {
            FP16 = 312e12, BF16 = 312e12, TF32 = 156e12, MemoryBytes = 80_000_000_000, BandwidthBytesPerSecond = 2039e9, TdpWatts = 400,
            Source = "karpathy/nanochat common.py",
            Verified = "peak yes; rest recalled",
            Note = "A100 with NVLink cut to 400 GB/s",
        },
        new("A10", "NVIDIA", 2021)
        {
            FP16 = 125e12, BF16 = 125e12, TF32 = 62.5e12, MemoryBytes = 24_000_000_000, BandwidthBytesPerSecond = 600e9, TdpWatts = 150,
            Source = "cli99/llm-analysis gpu_configs",
            Verified = "yes (tdp recalled)",
            Note = "\"28GB\" card in S5; 24 GB in the datasheet",
        },
        new("A10G", "NVIDIA", 2021)
        {
            FP16 = 70e12, BF16 = 70e12, TF32 = 35e12, MemoryBytes = 24_000_000_000, BandwidthBytesPerSecond = 600e9, TdpWatts = 150,
            Source = "cli99/llm-analysis gpu_configs",
            Verified = "yes (tf32, tdp recalled)",
            Note = "AWS part; pytorch-lightning lists 125 (the A10 number)",
        },
        new("A30", "NVIDIA", 2021)
        {
            FP16 = 165e12, BF16 = 165e12, TF32 = 82e12, MemoryBytes = 24_000_000_000, BandwidthBytesPerSecond = 933e9, TdpWatts = 165,
            Source = "karpathy/nanochat common.py",
            Verified = "peak, bandwidth yes; rest recalled",
        },
        new("A40", "NVIDIA", 2020)
        {
            FP16 = 149.7e12, BF16 = 149.7e12, TF32 = 74.8e12, MemoryBytes = 48_000_000_000, BandwidthBytesPerSecond = 696e9, TdpWatts = 300,
            Source = "karpathy/nanochat common.py; pytorch-lightning throughput.py",
            Verified = "yes (tdp recalled)",
        },
        new("RTX-A6000", "NVIDIA", 2020)
        {
            FP16 = 154.8e12, BF16 = 154.8e12, TF32 = 77.4e12, MemoryBytes = 48_000_000_000, BandwidthBytesPerSecond = 768e9, TdpWatts = 300,
            Source = "cli99/llm-analysis gpu_configs; pytorch-lightning throughput.py",
            Verified = "yes (tdp recalled)",
            Note = "pytorch-lightning lists 38.7 for bf16 (the CUDA-core figure)",
        },
        new("RTX-3090", "NVIDIA", 2020)
        {
            FP16 = 71e12, BF16 = 71e12, TF32 = 35.6e12, MemoryBytes = 24_000_000_000, BandwidthBytesPerSecond = 936e9, TdpWatts = 350,
            Source = "karpathy/nanochat common.py",
            Verified = "yes (tf32, tdp recalled)",
            Note = "tensor cores with FP32 accumulate; 142 with FP16 accumulate; pytorch-lightning lists 35.6 (CUDA cores)",
        },
        new("RTX-4090", "NVIDIA", 2022)
        {
            FP16 = 165.2e12, BF16 = 165.2e12, FP8 = 330.3e12, TF32 = 82.6e12, MemoryBytes = 24_000_000_000,
            BandwidthBytesPerSecond = 1008e9, TdpWatts = 450,
            Source = "karpathy/nanochat common.py; pytorch-lightning throughput.py",
            Verified = "peak, bandwidth, tf32 yes; rest recalled",
            Note = "FP32 accumulate; 330.3 with FP16 accumulate; pytorch-lightning lists 82.6 (CUDA cores)",
        },
        new("RTX-5090", "NVIDIA", 2025)
        {
            FP16 = 209.5e12, BF16 = 209.5e12, FP8 = 419e12, TF32 = 104.8e12, MemoryBytes = 32_000_000_000, BandwidthBytesPerSecond = 1792e9,
            TdpWatts = 575,
            Source = "karpathy/nanochat common.py",
            Verified = "peak, bandwidth yes; rest recalled",
            Note = "FP32 accumulate; 419 with FP16 accumulate",
        },
        new("L4", "NVIDIA", 2023)
        {
            FP16 = 121e12, BF16 = 121e12, FP8 = 242e12, TF32 = 60e12, MemoryBytes = 24_000_000_000, BandwidthBytesPerSecond = 300e9,
            TdpWatts = 72,
            Source = "karpathy/nanochat common.py; pytorch-lightning throughput.py",
            Verified = "peak, tf32, bandwidth yes; rest recalled",
            Note = "the datasheet headline 242/485 is with sparsity",
        },
        new("L40", "NVIDIA", 2022)
        {
            FP16 = 181e12, BF16 = 181e12, FP8 = 362e12, TF32 = 90.5e12, MemoryBytes = 48_000_000_000, BandwidthBytesPerSecond = 864e9,
            TdpWatts = 300,
            Source = "pytorch-lightning throughput.py",
            Verified = "peak, tf32 yes; rest recalled",
        },
        new("L40S", "NVIDIA", 2023)
        {
            FP16 = 362e12, BF16 = 362e12, FP8 = 733e12, TF32 = 183e12, MemoryBytes = 48_000_000_000, BandwidthBytesPerSecond = 864e9,
            TdpWatts = 350,
            Source = "stas00/ml-engineering accelerator README; karpathy/nanochat common.py",
            Verified = "yes (tdp recalled)",
        },
    ];
}
