using ScalingAnalyzers;

namespace PublishedRuns;

// Almazrouei et al. 2023, arXiv:2311.16867, table 1: 3.5T tokens, up to 4096 A100 40 GB. 179,522,565,120 parameters
// from the shape. The hours, about 7M, are from the release post and have one significant digit.
[TrainingConfig]
public static partial class Falcon180B
{
    public const long Parameters = 179_522_565_120;
    public const long Tokens = 3_500_000_000_000;
    public const string Accelerator = KnownAccelerators.A100Sxm40GB;
    public const int AcceleratorCount = 4096;
    public const double Utilization = 0.479; // derived: 6ND / (hours x 3600 x dense peak)
    public const double PublishedHours = 7_000_000;
}

// Dey et al. 2023, arXiv:2304.03208, and the model card: 20 tokens per parameter by design, on 16 Cerebras CS-2, whose
// dense peak is not published. The printed 2.3e22 FLOPs (recalled) count attention and logits; 6ND is 1.98e22.
[TrainingConfig]
public static partial class CerebrasGpt13B
{
    public const long Parameters = 12_853_386_240;
    public const long Tokens = 257_000_000_000;
    public const int AcceleratorCount = 16;
}

// Biderman et al. 2023, arXiv:2304.01373, appendix D, table 5: 143,000 steps of 2,097,152 tokens, 256 A100 40 GB,
// 72,300 hours (computed by the authors from the time of one step).
[TrainingConfig]
public static partial class Pythia12B
{
    public const long Parameters = 11_846_072_320;
    public const int MaxSteps = 143_000;
    public const int TokensPerBatch = 2_097_152;
    public const string Accelerator = KnownAccelerators.A100Sxm40GB;
    public const int AcceleratorCount = 256;
    public const double Utilization = 0.262; // derived: 6ND / (hours x 3600 x dense peak)
    public const double PublishedHours = 72_300;
}

// DeepSeek-AI 2024, arXiv:2412.19437, and its README: 671B parameters (671,026,419,200 without the module for
// multi-token prediction), 37B of them active, 14.8T tokens, 2048 H800, 2.664M hours of pre-training. It trained in
// FP8, so a utilisation against the BF16 peak means little. By its active parameters it is over-trained, by all of them
// it is not, so it is not assessed.
[TrainingConfig]
public static partial class DeepSeekV3
{
    public const long Parameters = 671_026_419_200;
    public const long ActiveParameters = 37_000_000_000;
    public const long Tokens = 14_800_000_000_000;
    public const string Accelerator = KnownAccelerators.H800Sxm;
    public const int AcceleratorCount = 2048;
    public const double Utilization = 0.346; // derived: 6ND / (hours x 3600 x dense BF16 peak)
    public const double PublishedHours = 2_664_000;
}
