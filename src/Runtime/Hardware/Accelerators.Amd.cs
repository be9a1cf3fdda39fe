namespace ScalingAnalyzers.Hardware;

public static partial class Accelerators
{
    // AMD Instinct: dense peaks, FLOP/s; memory as sold. Where Verified contains "recalled", the figure was not seen in
    // a source.
    private static Accelerator[] Amd() =>
    [
        new("MI100", "AMD", 2020)
        {
            FP16 = 184.6e12, BF16 = 92.3e12, MemoryBytes = 32_000_000_000, BandwidthBytesPerSecond = 1228.8e9, TdpWatts = 300,
            Source = "cli99/llm-analysis gpu_configs",
            Verified = "yes (tdp recalled)",
            Note = "FP16; BF16 is 92.3 on MI100",
        },
        new("MI210", "AMD", 2021)
        {
            FP16 = 181e12, BF16 = 181e12, MemoryBytes = 64_000_000_000, BandwidthBytesPerSecond = 1638.4e9, TdpWatts = 300,
            Source = "cli99/llm-analysis gpu_configs",
            Verified = "yes (tdp recalled)",
        },
        new("MI250", "AMD", 2021)
        {
            FP16 = 362.1e12, BF16 = 362.1e12, MemoryBytes = 128_000_000_000, BandwidthBytesPerSecond = 3276.8e9, TdpWatts = 560,
            Source = "stas00/ml-engineering accelerator README; cli99/llm-analysis gpu_configs",
            Verified = "yes (tdp recalled)",
            Note = "two GCDs; frameworks see two devices of half this",
        },
        new("MI250X", "AMD", 2021)
        {
            FP16 = 383e12, BF16 = 383e12, MemoryBytes = 128_000_000_000, BandwidthBytesPerSecond = 3276.8e9, TdpWatts = 560,
            Source = "stas00/ml-engineering accelerator README; cli99/llm-analysis gpu_configs",
            Verified = "yes (tdp recalled)",
            Note = "two GCDs (191.5 each)",
        },
        new("MI300A", "AMD", 2023)
        {
            FP16 = 980.6e12, BF16 = 980.6e12, FP8 = 1961.2e12, TF32 = 490.3e12, MemoryBytes = 128_000_000_000,
            BandwidthBytesPerSecond = 5300e9, TdpWatts = 760,
            Source = "karpathy/nanochat common.py",
            Verified = "peak, bandwidth yes; rest recalled",
            Note = "APU; TDP 550-760",
        },
        new("MI300X", "AMD", 2023)
        {
            FP16 = 1307.4e12, BF16 = 1307.4e12, FP8 = 2614.9e12, TF32 = 653.7e12, MemoryBytes = 192_000_000_000,
            BandwidthBytesPerSecond = 5300e9, TdpWatts = 750,
            Source = "stas00/ml-engineering accelerator README; karpathy/nanochat common.py",
            Verified = "yes (tdp recalled)",
        },
        new("MI325X", "AMD", 2024)
        {
            FP16 = 1307.4e12, BF16 = 1307.4e12, FP8 = 2614.9e12, TF32 = 653.7e12, MemoryBytes = 256_000_000_000,
            BandwidthBytesPerSecond = 6000e9, TdpWatts = 1000,
            Source = "stas00/ml-engineering accelerator README; karpathy/nanochat common.py",
            Verified = "yes (tdp recalled)",
        },
        new("MI350X", "AMD", 2025)
        {
            FP16 = 2306.9e12, BF16 = 2306.9e12, FP8 = 4613.7e12, MemoryBytes = 288_000_000_000, BandwidthBytesPerSecond = 8000e9,
            TdpWatts = 1000,
            Source = "stas00/ml-engineering accelerator README",
            Verified = "memory, bandwidth yes; rest recalled",
        },
        new("MI355X", "AMD", 2025)
        {
            FP16 = 2500e12, BF16 = 2500e12, FP8 = 5000e12, MemoryBytes = 288_000_000_000, BandwidthBytesPerSecond = 8000e9, TdpWatts = 1400,
            Source = "stas00/ml-engineering accelerator README; karpathy/nanochat common.py",
            Verified = "yes (tdp recalled)",
            Note = "AMD prints 2516.6 / 5033.2; a MAMF table on the same page uses 2300 as theory",
        },
    ];
}
