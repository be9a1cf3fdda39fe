using ScalingAnalyzers;

namespace PublishedRuns;

// Brown et al. 2020, arXiv:2005.14165, table D.1: 174,600M parameters (every other row of the table multiplies out to
// its FLOPs with the row's own parameter count, and so does this one: 6 x 174.6e9 x 300e9 = 3.14e23; with a round 175B
// it would be 3.15e23), 300B tokens, 3.14E+23 FLOPs, 3.64E+03 PF-days. Hours were never published; the figures in
// circulation assume a number of V100.
[TrainingConfig]
public static partial class Gpt3
{
    public const long Parameters = 174_600_000_000;
    public const long Tokens = 300_000_000_000;
}

// Rae et al. 2021, arXiv:2112.11446: 280B parameters, 300B tokens; 920 hours on 4096 TPU v3 chips (appendix, read
// second-hand). Its own count is 6.31e23 FLOPs with rematerialisation and padding; Hoffmann et al. 2022 count 5.76e23;
// 6ND is 5.04e23. Utilisation 32.5 %, attention counted: Chowdhery et al. 2022, table 3 (recalled).
[TrainingConfig]
public static partial class Gopher
{
    public const long Parameters = 280_000_000_000;
    public const long Tokens = 300_000_000_000;
    public const string Accelerator = KnownAccelerators.TpuV3;
    public const int AcceleratorCount = 4096;
    public const double Utilization = 0.325;
    public const double PublishedHours = 4096 * 920;
}

// Smith et al. 2022, arXiv:2201.11990: 530B parameters, 270B tokens (recalled), 280 nodes of 8 A100.
// Utilisation 29.7 % without attention: Chowdhery et al. 2022, arXiv:2204.02311, table 3. Hours were not published.
[TrainingConfig]
public static partial class MtNlg
{
    public const long Parameters = 530_000_000_000;
    public const long Tokens = 270_000_000_000;
    public const string Accelerator = KnownAccelerators.A100Sxm80GB;
    public const int AcceleratorCount = 2240;
    public const double Utilization = 0.297;
}

// Hoffmann et al. 2022, arXiv:2203.15556, table 4 and section 4: 70B parameters, 1.4T tokens. The paper states Gopher's
// budget, 5.76e23 FLOPs; 6ND is 5.88e23. Neither the number of chips nor the time is published.
[TrainingConfig]
public static partial class Chinchilla
{
    public const long Parameters = 70_000_000_000;
    public const long Tokens = 1_400_000_000_000;
}

// Chowdhery et al. 2022, arXiv:2204.02311: 540.35B parameters, 780B tokens, 6144 TPU v4 for 1200 hours and 3072 for 336
// more; utilisation 45.7 % without attention (46.2 % with). That is the rate of a running step, while the hours hold
// downtime and repeated steps (recalled).
[TrainingConfig]
public static partial class Palm
{
    public const long Parameters = 540_350_000_000;
    public const long Tokens = 780_000_000_000;
    public const string Accelerator = KnownAccelerators.TpuV4;
    public const int AcceleratorCount = 6144;
    public const double Utilization = 0.457;
    public const double PublishedHours = (6144 * 1200) + (3072 * 336);
}

// Zhang et al. 2022, arXiv:2205.01068, and the metaseq chronicles: 175B parameters, 300B tokens consumed, 1024 A100.
// The published 4.30e23 FLOPs count recomputation; 6ND is 3.15e23. The hours are 34 days of 992 chips, as Touvron et
// al. 2023 assume.
[TrainingConfig]
public static partial class Opt
{
    public const long Parameters = 175_000_000_000;
    public const long Tokens = 300_000_000_000;
    public const string Accelerator = KnownAccelerators.A100Sxm80GB;
    public const int AcceleratorCount = 1024;
    public const double Utilization = 0.346; // derived: 6ND / (hours x 3600 x dense peak)
    public const double PublishedHours = 34 * 24 * 992;
}

// Le Scao et al. 2022, arXiv:2211.05100, and Luccioni et al. 2022, table 1: 176,247,271,424 parameters, 366B tokens,
// 384 A100, 1,082,990 hours.
[TrainingConfig]
public static partial class Bloom
{
    public const long Parameters = 176_247_271_424;
    public const long Tokens = 366_000_000_000;
    public const string Accelerator = KnownAccelerators.A100Sxm80GB;
    public const int AcceleratorCount = 384;
    public const double Utilization = 0.318; // derived: 6ND / (hours x 3600 x dense peak)
    public const double PublishedHours = 1_082_990;
}
