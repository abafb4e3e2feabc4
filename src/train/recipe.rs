//! The numbers of one training run.

/// What a training run can be told; the defaults made the model that is built in.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// How much a sentence of each set counts, in the order of [`super::sets::SETS`].
    pub weights: [f32; 7],
    /// A feature must be met this often.
    pub cutoff: u8,
    /// Step of the learner.
    pub rate: f32,
    /// Runs over all features.
    pub epochs: usize,
    /// Features that are kept after that.
    pub keep: usize,
    /// Runs over the kept ones.
    pub tuning: usize,
    /// Features that a step does not see, of 1024.
    pub dropout: u32,
    /// Sentences that come a second time in another case, in per cent for each case.
    pub recased: u32,
    /// Seeds everything that goes by chance.
    pub seed: u64,
    /// Abbreviations that are cut at their full stops, in per cent.
    pub split: u32,
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            weights: [0.06, 2.0, 1.0, 1.0, 0.3, 1.0, 0.0],
            cutoff: 2,
            rate: 0.05,
            epochs: 4,
            keep: 62_000,
            tuning: 6,
            dropout: 400,
            recased: 10,
            seed: 8,
            split: 30,
        }
    }
}

impl Recipe {
    /// Sets one number by name, as `--set NAME=NUMBER` gives it; `None` for an unknown name or no number.
    pub fn set(&mut self, setting: &str) -> Option<()> {
        let (name, value) = setting.split_once('=')?;
        if let Some(at) = super::sets::SETS.iter().position(|set| set.name == name) {
            self.weights[at] = value.parse().ok()?;
            return Some(());
        }
        match name {
            "cutoff" => self.cutoff = value.parse().ok()?,
            "rate" => self.rate = value.parse().ok()?,
            "epochs" => self.epochs = value.parse().ok()?,
            "keep" => self.keep = value.parse().ok()?,
            "tuning" => self.tuning = value.parse().ok()?,
            "dropout" => self.dropout = value.parse().ok()?,
            "recased" => self.recased = value.parse().ok()?,
            "seed" => self.seed = value.parse().ok()?,
            "split" => self.split = value.parse().ok()?,
            _ => return None,
        }
        Some(())
    }
}
