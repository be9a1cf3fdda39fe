using ScalingAnalyzers;

namespace PublishedRuns;

// Touvron et al. 2023, arXiv:2302.13971, tables 2 and 15: 65.2B parameters, 1.4T tokens, 2048 A100, 1,022,362 hours.
// The 380 tokens per second and chip that the paper also gives correspond to the same utilisation:
// 6 x 65.2e9 x 380 / 312e12 = 0.476.
[TrainingConfig]
public static partial class Llama65B
{
    public const long Parameters = 65_200_000_000;
    public const long Tokens = 1_400_000_000_000;
    public const string Accelerator = KnownAccelerators.A100Sxm80GB;
    public const int AcceleratorCount = 2048;
    public const double Utilization = 0.477; // derived: 6ND / (hours x 3600 x dense peak)
    public const double PublishedHours = 1_022_362;
}

// Llama 2 model card: 68,976,648,192 parameters (from the shape), 2T tokens, 1,720,320 hours of A100 80 GB.
[TrainingConfig]
public static partial class Llama2_70B
{
    public const long Parameters = 68_976_648_192;
    public const long Tokens = 2 * Quantity.Trillion;
    public const string Accelerator = KnownAccelerators.A100Sxm80GB;
    public const double Utilization = 0.428; // derived: 6ND / (hours x 3600 x dense peak)
    public const double PublishedHours = 1_720_320;
}

// Llama 3.1 model card: "15T+" tokens, 1.46M hours of H100 80 GB. Over-trained on purpose, for serving, which
// Intent = TrainingIntent.InferenceOptimal would declare; it is left out to show the diagnostic without it.
[TrainingConfig]
public static partial class Llama31_8B
{
    public const long Parameters = 8_030_261_248;
    public const long Tokens = 15 * Quantity.Trillion;
    public const string Accelerator = KnownAccelerators.H100Sxm;
    public const double Utilization = 0.139; // derived: 6ND / (hours x 3600 x dense peak)
    public const double PublishedHours = 1_460_000;
}

// Llama 3.1 model card: "15T+" tokens, 7.0M hours of H100 80 GB.
[TrainingConfig]
public static partial class Llama31_70B
{
    public const long Parameters = 70_553_706_496;
    public const long Tokens = 15 * Quantity.Trillion;
    public const string Accelerator = KnownAccelerators.H100Sxm;
    public const double Utilization = 0.255; // derived: 6ND / (hours x 3600 x dense peak)
    public const double PublishedHours = 7_000_000;
}

// Grattafiori et al. 2024, arXiv:2407.21783: 15.6T tokens, 16,384 H100 at 41 % utilisation (43 % on 8,192, 38 % with
// long context). Model card: 30.84M hours, which also hold the long-context stages.
[TrainingConfig]
public static partial class Llama31_405B
{
    public const long Parameters = 405_853_388_800;
    public const long Tokens = 15_600_000_000_000;
    public const string Accelerator = KnownAccelerators.H100Sxm;
    public const int AcceleratorCount = 16_384;
    public const double Utilization = 0.41;
    public const double PublishedHours = 30_840_000;
}
