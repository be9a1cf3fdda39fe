//HintName: Alpha.g.cs
static class AlphaTwin { public const int Length = 5; }
