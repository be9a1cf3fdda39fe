namespace ScalingAnalyzers.Hardware;

public static partial class Accelerators
{
    // Google, AWS and Intel: dense peaks, FLOP/s; memory as sold. Where Verified contains "recalled", the figure was
    // not seen in a source.
    private static Accelerator[] OtherVendors() =>
    [
        new("TPU-v2", "Google", 2017)
        {
            BF16 = 45e12, MemoryBytes = 16_000_000_000, BandwidthBytesPerSecond = 700e9, TdpWatts = 280,
            Source = "pytorch-lightning throughput.py",
            Verified = "peak yes; rest recalled",
            Note = "per chip; BF16 only",
        },
        new("TPU-v3", "Google", 2018)
        {
            FP16 = 123e12, BF16 = 123e12, MemoryBytes = 32_000_000_000, BandwidthBytesPerSecond = 900e9, TdpWatts = 450,
            Source = "pytorch-lightning throughput.py; jax-ml/scaling-book tpus.md (vendor datasheets)",
            Verified = "yes",
            Note = "scaling-book prints 140; 123 in Google docs and Patterson 2021; TDP 450 from Patterson Table 4",
        },
        new("TPU-v4", "Google", 2021)
        {
            FP16 = 275e12, BF16 = 275e12, MemoryBytes = 32_000_000_000, BandwidthBytesPerSecond = 1228e9,
            Source = "stas00/ml-engineering accelerator README; pytorch-lightning throughput.py; jax-ml/scaling-book tpus.md",
            Verified = "yes (tdp recalled: 192 W max measured, no published TDP)",
        },
        new("TPU-v5e", "Google", 2023)
        {
            FP16 = 197e12, BF16 = 197e12, INT8 = 394e12, MemoryBytes = 16_000_000_000, BandwidthBytesPerSecond = 819e9,
            Source = "stas00/ml-engineering accelerator README; pytorch-lightning throughput.py; jax-ml/scaling-book tpus.md",
            Verified = "yes",
        },
        new("TPU-v5p", "Google", 2023)
        {
            FP16 = 459e12, BF16 = 459e12, INT8 = 918e12, MemoryBytes = 95_000_000_000, BandwidthBytesPerSecond = 2765e9,
            Source = "stas00/ml-engineering accelerator README; jax-ml/scaling-book tpus.md",
            Verified = "yes",
            Note = "96 GB in scaling-book",
        },
        new("TPU-v6e", "Google", 2024)
        {
            FP16 = 918e12, BF16 = 918e12, INT8 = 1836e12, MemoryBytes = 32_000_000_000, BandwidthBytesPerSecond = 1640e9,
            Source = "stas00/ml-engineering accelerator README; jax-ml/scaling-book tpus.md",
            Verified = "yes",
            Note = "ml-engineering lists FP8 = BF16 rate",
        },
        new("TPU-v7", "Google", 2025)
        {
            FP16 = 2307e12, BF16 = 2307e12, FP8 = 4614e12, MemoryBytes = 192_000_000_000, BandwidthBytesPerSecond = 7370e9,
            Source = "stas00/ml-engineering accelerator README",
            Verified = "peak yes; memory, bandwidth recalled",
        },
        new("Trainium1", "AWS", 2021)
        {
            FP16 = 190e12, BF16 = 190e12, FP8 = 190e12, TF32 = 190e12, INT8 = 380e12, MemoryBytes = 32_000_000_000,
            BandwidthBytesPerSecond = 820e9,
            Source = "AWS Neuron documentation, Trainium architecture",
            Verified = "recalled",
            Note = "peaks seen in the documentation; its earlier editions print 420 for INT8",
        },
        new("Trainium2", "AWS", 2024)
        {
            FP16 = 667e12, BF16 = 667e12, FP8 = 1299e12, TF32 = 667e12, MemoryBytes = 96_000_000_000, BandwidthBytesPerSecond = 2900e9,
            TdpWatts = 500,
            Source = "stas00/ml-engineering accelerator README",
            Verified = "yes (tdp recalled)",
        },
        new("Trainium3", "AWS", 2025)
        {
            FP16 = 671e12, BF16 = 671e12, FP8 = 2517e12, TF32 = 671e12, FP4 = 2517e12, MemoryBytes = 144_000_000_000,
            BandwidthBytesPerSecond = 4900e9,
            Source = "AWS Neuron documentation, Trainium3 architecture (2 December 2025)",
            Verified = "yes",
            Note = "FP8 and FP4 are MXFP8 and MXFP4; 2,517 TFLOP/s in FP16 and BF16 are with sparsity; AWS prints 144 GiB",
        },
        new("Ascend-910", "Huawei", 2019)
        {
            FP16 = 256e12, INT8 = 512e12, TdpWatts = 350,
            Source = "Huawei at Hot Chips 2019, in two independent reports",
            Verified = "yes",
            Note = "FP16 without BF16; memory not seen in a source; the 910B is another chip",
        },
        new("Ascend-910C", "Huawei", 2025)
        {
            FP16 = 752e12, BF16 = 752e12, MemoryBytes = 128_000_000_000, BandwidthBytesPerSecond = 3200e9,
            Source = "CloudMatrix384 (arXiv:2506.12708), in two independent reports; Huawei MindStudio, device A3_752T_128G",
            Verified = "BF16, memory, bandwidth yes; FP16 recalled",
            Note = "a package of two dies; press reports round FP16 to 800",
        },
        new("Gaudi-2", "Intel", 2022)
        {
            FP16 = 432e12, BF16 = 432e12, FP8 = 865e12, MemoryBytes = 96_000_000_000, BandwidthBytesPerSecond = 2460e9, TdpWatts = 600,
            Source = "stas00/ml-engineering accelerator README",
            Verified = "yes (tdp recalled)",
        },
        new("Gaudi-3", "Intel", 2024)
        {
            FP16 = 459e12, BF16 = 1677e12, FP8 = 1677e12, TF32 = 459e12, MemoryBytes = 128_000_000_000, BandwidthBytesPerSecond = 3700e9,
            TdpWatts = 900,
            Source = "stas00/ml-engineering accelerator README",
            Verified = "yes (tdp recalled)",
            Note = "1835 in early Intel material; FP16 matmul is 459",
        },
    ];
}
